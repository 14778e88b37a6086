import type { Edit, NodeId, Position } from '$lib/domain';
import type { Direction, LayoutService } from '$lib/layout';
import { keepInPlace, placeMissing, unplaced } from '../commands/place';
import type { EditorState } from '../editor-state.svelte';
import type { CanvasModel } from './canvas-model.svelte';
import { glide } from './animate';
import { sizesOf } from '$lib/drawing';

/** Lays nodes out: all of them when asked to, or those that have no place yet. One call at a time. */
export class Tidier {
  readonly #editor: EditorState;
  readonly #model: CanvasModel;
  readonly #layout: LayoutService;
  #running: AbortController | null = null;

  constructor(editor: EditorState, model: CanvasModel, layout: LayoutService) {
    this.#editor = editor;
    this.#model = model;
    this.#layout = layout;
  }

  /** All nodes, as one step of undo; the first entry stays where it is. */
  async tidy(): Promise<void> {
    const tidied = await this.#run();
    if (!tidied) return;
    const { cadence, layout } = this.#editor.file;
    const anchor = cadence.nodes.find((node) => node.kind === 'entry' && layout.positions[node.id]);
    const places = known(keepInPlace(tidied, layout.positions, anchor?.id), this.#editor);
    const from = new Map(this.#model.nodes.map((node) => [node.id, node.position]));
    const moved = this.#editor.do({ kind: 'moveNodes', positions: places }, 'Tidy');
    if (!moved.ok) return;
    // Whatever changes the file meanwhile draws it as it then is.
    const { file } = this.#editor;
    await glide(from, new Map(Object.entries(places)), (now) => {
      if (this.#editor.file === file) this.#model.place(now);
    });
  }

  /** Gives nodes without a place one, quietly; when layout fails, in a plain column. */
  async placeNew(): Promise<void> {
    const { cadence, layout } = this.#editor.file;
    if (unplaced(cadence, layout).length === 0) return;
    try {
      const tidied = await this.#run();
      if (tidied) this.#settle(tidied);
    } catch (error) {
      this.#settle({});
      throw error;
    }
  }

  cancel(): void {
    this.#running?.abort();
  }

  #settle(tidied: Readonly<Record<NodeId, Position>>): void {
    const now = this.#editor.file;
    const edit: Edit = {
      kind: 'moveNodes',
      positions: placeMissing(now.cadence, now.layout.positions, tidied)
    };
    this.#editor.settle(edit);
  }

  async #run(): Promise<Readonly<Record<NodeId, Position>> | null> {
    this.cancel();
    const controller = new AbortController();
    this.#running = controller;
    const { cadence, layout } = this.#editor.file;
    const direction: Direction = layout.direction ?? 'down';
    try {
      return await this.#layout.tidy(cadence, sizesOf(cadence, direction), {
        direction,
        signal: controller.signal
      });
    } catch (error) {
      if (controller.signal.aborted) return null;
      throw error;
    } finally {
      if (this.#running === controller) this.#running = null;
    }
  }
}

/** Only nodes that are still there: the cadence may have changed while it was laid out. */
function known(
  positions: Readonly<Record<NodeId, Position>>,
  editor: EditorState
): Readonly<Record<NodeId, Position>> {
  return Object.fromEntries(Object.entries(positions).filter(([id]) => editor.node(id)));
}

import type { Cadence, CadenceFile, Edit, NodeId } from '$lib/domain';
import { sizesOf } from '$lib/drawing';
import { layInRows, type Direction, type LayoutService, type Tidied } from '$lib/layout';
import { keepInPlace, placeMissing, unplaced } from '../commands/place';
import type { EditorState } from '../editor-state.svelte';
import { glide } from './animate';
import type { CanvasModel } from './canvas-model.svelte';
import { TOO_LARGE_TO_DRAW } from './detail';

/** More steps than this are put in place at once: moving them all in every frame would stutter. */
const MOST_GLIDING = 400;
/** Longer than this, layout is seen to run and can be cancelled; milliseconds. */
const NOTICEABLE = 250;

/** Lays nodes out: all of them or some when asked to, or those that have no place yet. One call at a time. */
export class Tidier {
  readonly #editor: EditorState;
  readonly #model: CanvasModel;
  readonly #layout: LayoutService;
  #running: AbortController | null = $state.raw(null);
  #isLong = $state(false);

  constructor(editor: EditorState, model: CanvasModel, layout: LayoutService) {
    this.#editor = editor;
    this.#model = model;
    this.#layout = layout;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** It has been running for so long that one may want to stop it. */
  get isLong(): boolean {
    return this.#isLong;
  }

  /** All nodes, or only these, as one step of undo; the first of them stays where it is. False when it was cancelled. */
  async tidy(only?: ReadonlySet<NodeId>): Promise<boolean> {
    const { cadence, layout } = this.#editor.file;
    const part = only ? partOf(cadence, only) : cadence;
    const tidied = await this.#run(part, layout.direction ?? 'down');
    if (!tidied) return false;
    const count = Object.keys(tidied.positions).length;
    await this.#show(part, tidied, {}, only ? `Tidy ${count} steps` : 'Tidy');
    return true;
  }

  /** Lets the cadence run the other way, laid out anew, as one step of undo. False when it was cancelled. */
  async turn(direction: Direction): Promise<boolean> {
    const { cadence } = this.#editor;
    const tidied = await this.#run(cadence, direction);
    if (!tidied) return false;
    const label = direction === 'right' ? 'Run to the right' : 'Run downwards';
    await this.#show(cadence, tidied, { direction }, label);
    return true;
  }

  /** Gives nodes without a place one, quietly: in plain rows when layout fails, or there are too many to wait for. */
  async placeNew(): Promise<void> {
    const { cadence, layout } = this.#editor.file;
    const missing = unplaced(cadence, layout).length;
    if (missing === 0) return;
    if (missing > TOO_LARGE_TO_DRAW) return this.#settle(this.#plain());
    try {
      const tidied = await this.#run(cadence, layout.direction ?? 'down');
      if (tidied) this.#settle(tidied);
    } catch (error) {
      this.#settle(this.#plain());
      throw error;
    }
  }

  cancel(): void {
    this.#running?.abort();
  }

  async #show(
    part: Cadence,
    tidied: Tidied,
    extra: { readonly direction?: Direction },
    label: string
  ): Promise<void> {
    const before = this.#editor.file.layout;
    const kept = keepInPlace(tidied, before.positions, anchorOf(part, this.#editor.file));
    const { positions, routes } = known(kept, this.#editor.file);
    // Routes of a whole that is laid out anew are of no more use; those of the rest stay.
    const stale = part === this.#editor.cadence ? Object.keys(before.routes ?? {}) : [];
    const from = new Map(this.#model.nodes.map((node) => [node.id, node.position]));
    const edit: Edit = {
      kind: 'moveNodes',
      positions,
      routes: { ...Object.fromEntries(stale.map((id) => [id, null])), ...routes },
      ...extra
    };
    if (!this.#editor.do(edit, label).ok || from.size > MOST_GLIDING) return;
    // Whatever changes the file meanwhile draws it as it then is.
    const { file } = this.#editor;
    const model = this.#model;
    model.isGliding = true;
    await glide(from, new Map(Object.entries(positions)), (now) => {
      if (this.#editor.file === file) model.place(now);
    });
    model.isGliding = false;
  }

  /** What needs no waiting. */
  #plain(): Tidied {
    const { cadence, layout } = this.#editor.file;
    const direction = layout.direction ?? 'down';
    return { positions: layInRows(cadence, sizesOf(cadence, direction), direction), routes: {} };
  }

  #settle(tidied: Tidied): void {
    const { cadence, layout } = this.#editor.file;
    const isNew = Object.keys(layout.positions).length === 0;
    const positions = placeMissing(cadence, layout.positions, tidied.positions);
    const routes = isNew ? known(tidied, this.#editor.file).routes : undefined;
    this.#editor.settle({ kind: 'moveNodes', positions, ...(routes && { routes }) });
  }

  async #run(cadence: Cadence, direction: Direction): Promise<Tidied | null> {
    this.cancel();
    const controller = new AbortController();
    this.#running = controller;
    const timer = setTimeout(() => (this.#isLong = true), NOTICEABLE);
    const { layout } = this.#editor.file;
    // Side by side means something else in the other direction.
    const turns = direction !== (layout.direction ?? 'down');
    try {
      return await this.#layout.tidy(cadence, sizesOf(cadence, direction), {
        direction,
        positions: turns ? turned(layout.positions) : layout.positions,
        signal: controller.signal
      });
    } catch (error) {
      if (controller.signal.aborted) return null;
      throw error;
    } finally {
      clearTimeout(timer);
      if (this.#running === controller) {
        this.#running = null;
        this.#isLong = false;
      }
    }
  }
}

/** These nodes and what connects them. */
function partOf(cadence: Cadence, only: ReadonlySet<NodeId>): Cadence {
  return {
    ...cadence,
    nodes: cadence.nodes.filter(({ id }) => only.has(id)),
    edges: cadence.edges.filter(({ from, to }) => only.has(from) && only.has(to))
  };
}

/** The node that stays where it is: the first entry, else what comes first. */
function anchorOf(part: Cadence, { layout }: CadenceFile): NodeId | undefined {
  const along = layout.direction === 'right' ? 'x' : 'y';
  const placed = part.nodes.filter(({ id, kind }) => layout.positions[id] && kind !== 'note');
  const entry = placed.find((node) => node.kind === 'entry');
  const place = (id: NodeId) => layout.positions[id]?.[along] ?? 0;
  return (entry ?? placed.toSorted((a, b) => place(a.id) - place(b.id))[0])?.id;
}

/** Only what is still there: the cadence may have changed while it was laid out. */
function known({ positions, routes }: Tidied, { cadence }: CadenceFile): Tidied {
  const nodes = new Set(cadence.nodes.map(({ id }) => id));
  const edges = new Set(cadence.edges.map(({ id }) => id));
  const those = <T>(table: Readonly<Record<string, T>>, ids: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(table).filter(([id]) => ids.has(id)));
  return { positions: those(positions, nodes), routes: those(routes, edges) };
}

function turned(positions: CadenceFile['layout']['positions']): CadenceFile['layout']['positions'] {
  return Object.fromEntries(
    Object.entries(positions).map(([id, { x, y }]) => [id, { x: y, y: x }])
  );
}

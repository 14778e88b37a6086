import type { useSvelteFlow } from '@xyflow/svelte';
import { tick } from 'svelte';
import { portsOf, type CadenceNode, type EdgeId, type NodeId, type Position } from '$lib/domain';
import type { Size } from '$lib/layout';
import { addAfter, addAt, insertOnEdge } from '../commands/add';
import type { EditorState } from '../editor-state.svelte';
import { makeNode, type PaletteItem } from '../palette/items';
import { prefersReducedMotion } from './animate';
import type { FlowEdge, FlowNode } from './flow-types';
import { sizeOf } from './geometry';

type Flow = ReturnType<typeof useSvelteFlow<FlowNode, FlowEdge>>;

/** Puts new nodes on the canvas and brings nodes into view. */
export class StageHand {
  readonly #editor: EditorState;
  readonly #flow: Flow;
  readonly #canvas: () => HTMLElement | undefined;

  /** `canvas` is the element that holds the drawing. */
  constructor(editor: EditorState, flow: Flow, canvas: () => HTMLElement | undefined) {
    this.#editor = editor;
    this.#flow = flow;
    this.#canvas = canvas;
  }

  /** Behind the selected node, led to by its first free way; else in the middle of the view. */
  add(item: PaletteItem): void {
    const { file, selected, cadence } = this.#editor;
    const node = makeNode(item, cadence);
    const behind = selected && addAfter(file, selected.id, node, (each) => this.#size(each));
    const done = this.#editor.do(behind ?? addAt(node, this.#middle(), this.#size(node)));
    if (done.ok) void this.show(node.id);
  }

  /** Where it was dropped, in between when that was on an edge. */
  drop(item: PaletteItem, at: Position, edge: EdgeId | null): void {
    const { file, cadence } = this.#editor;
    const node = makeNode(item, cadence);
    const size = this.#size(node);
    const between = edge === null ? null : insertOnEdge(file, edge, node, at, size);
    const done = this.#editor.do(between ?? addAt(node, at, size));
    if (done.ok) this.#editor.selection.set([node.id]);
  }

  /** Selects and focuses a node, and pans to it when it is not wholly in view. */
  async show(id: NodeId): Promise<void> {
    this.#editor.selection.set([id]);
    await tick();
    const canvas = this.#canvas();
    canvas?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus({ preventScroll: true });
    const place = this.#editor.file.layout.positions[id];
    const node = this.#editor.node(id);
    const frame = canvas?.getBoundingClientRect();
    if (!place || !node || !frame) return;
    const size = this.#size(node);
    const { x, y, zoom } = this.#flow.getViewport();
    const left = place.x * zoom + x;
    const top = place.y * zoom + y;
    const inside =
      left > 0 &&
      top > 0 &&
      left + size.width * zoom < frame.width &&
      top + size.height * zoom < frame.height - 60;
    if (inside) return;
    await this.#flow.setCenter(place.x + size.width / 2, place.y + size.height / 2, {
      zoom,
      duration: prefersReducedMotion() ? 0 : 200
    });
  }

  #middle(): Position {
    const frame = this.#canvas()?.getBoundingClientRect();
    if (!frame) return { x: 0, y: 0 };
    return this.#flow.screenToFlowPosition({
      x: frame.left + frame.width / 2,
      y: frame.top + frame.height / 2
    });
  }

  #size(node: CadenceNode): Size {
    const { cadence, file } = this.#editor;
    return sizeOf(node, cadence, portsOf(node, cadence), file.layout.direction ?? 'down');
  }
}

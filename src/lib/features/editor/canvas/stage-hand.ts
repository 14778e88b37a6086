import { getViewportForBounds, type useSvelteFlow } from '@xyflow/svelte';
import { tick } from 'svelte';
import { portsOf, type CadenceNode, type EdgeId, type NodeId, type Position } from '$lib/domain';
import type { Size } from '$lib/layout';
import { addAfter, addAt, insertOnEdge } from '../commands/add';
import type { EditorState } from '../editor-state.svelte';
import { makeNode, type PaletteItem } from '../palette/items';
import { prefersReducedMotion } from './animate';
import type { FlowEdge, FlowNode } from './flow-types';
import { sizeOf } from '$lib/drawing';

type Flow = ReturnType<typeof useSvelteFlow<FlowNode, FlowEdge>>;

/** Room around the drawing; below it stand the tools. */
const PADDING = { x: '40px', top: '40px', bottom: '76px' } as const;
/** Names and the lines under them can be read from this zoom on. */
const READABLE = 0.8;
/** From the edge of the screen to the first step of a cadence that is too long to be seen whole. */
const BEGINNING = 40;

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
    const node = makeNode(item, cadence, this.#editor.newMark());
    const behind = selected && addAfter(file, selected.id, node, (each) => this.#size(each));
    const done = this.#editor.do(behind ?? addAt(node, this.#middle(), this.#size(node)));
    if (done.ok) void this.show(node.id);
  }

  /** Where it was dropped, in between when that was on an edge. */
  drop(item: PaletteItem, at: Position, edge: EdgeId | null): void {
    const { file, cadence } = this.#editor;
    const node = makeNode(item, cadence, this.#editor.newMark());
    const size = this.#size(node);
    const between = edge === null ? null : insertOnEdge(file, edge, node, at, size);
    const done = this.#editor.do(between ?? addAt(node, at, size));
    if (done.ok) this.#editor.selection.set([node.id]);
  }

  /** All steps in view. */
  async fit(): Promise<void> {
    const duration = prefersReducedMotion() ? 0 : 160;
    await this.#flow.fitView({ maxZoom: 1, padding: PADDING, duration });
  }

  /** How a cadence is first seen: all of it, or, when it is too long to be read, its beginning. */
  async open(): Promise<void> {
    const frame = this.#canvas()?.getBoundingClientRect();
    const bounds = this.#flow.getNodesBounds(this.#flow.getNodes());
    if (!frame || bounds.width === 0) return;
    const whole = getViewportForBounds(bounds, frame.width, frame.height, 0.1, 1, PADDING);
    if (whole.zoom >= READABLE) return void (await this.#flow.setViewport(whole));
    const down = (this.#editor.file.layout.direction ?? 'down') === 'down';
    const first = this.#flow.getNodes().find(({ type }) => type === 'entry');
    const begin = first ? this.#flow.getNodesBounds([first]) : bounds;
    const middle = {
      x: frame.width / 2 - (begin.x + begin.width / 2) * READABLE,
      y: frame.height / 2 - (begin.y + begin.height / 2) * READABLE
    };
    await this.#flow.setViewport({
      x: down ? middle.x : BEGINNING - bounds.x * READABLE,
      y: down ? BEGINNING - bounds.y * READABLE : middle.y,
      zoom: READABLE
    });
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

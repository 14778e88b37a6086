import { getViewportForBounds, type useSvelteFlow } from '@xyflow/svelte';
import { tick } from 'svelte';
import { portsOf, type CadenceNode, type EdgeId, type NodeId, type Position } from '$lib/domain';
import type { Size } from '$lib/layout';
import type { EditorState } from '../editor-state.svelte';
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
/** Height of the tools at the bottom. */
const FOOT = 60;

/** Where things are on the screen and in the drawing, and what brings them into view. */
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
    this.focusStep(id);
    await this.#reveal(id);
  }

  /** Puts the focus on a step; false when it is too far out of view to be drawn. */
  focusStep(id: NodeId): boolean {
    return this.#focus(`.svelte-flow__node[data-id="${id}"]`);
  }

  /** Puts the focus on a connection; false when it is too far out of view to be drawn. */
  focusEdge(id: EdgeId): boolean {
    return this.#focus(`.svelte-flow__edge[data-id="${id}"]`);
  }

  #focus(selector: string): boolean {
    const drawn = this.#canvas()?.querySelector<HTMLElement | SVGElement>(selector);
    drawn?.focus({ preventScroll: true });
    return drawn != null;
  }

  async #reveal(id: NodeId): Promise<void> {
    const place = this.#editor.file.layout.positions[id];
    const node = this.#editor.node(id);
    const frame = this.#canvas()?.getBoundingClientRect();
    if (!place || !node || !frame) return;
    const size = this.sizeOf(node);
    const { x, y, zoom } = this.#flow.getViewport();
    const left = place.x * zoom + x;
    const top = place.y * zoom + y;
    const inside =
      left > 0 &&
      top > 0 &&
      left + size.width * zoom < frame.width &&
      top + size.height * zoom < frame.height - FOOT;
    if (inside) return;
    await this.#flow.setCenter(place.x + size.width / 2, place.y + size.height / 2, {
      zoom,
      duration: prefersReducedMotion() ? 0 : 200
    });
  }

  /** All of these in view, no larger than life. */
  async zoomTo(ids: Iterable<NodeId>): Promise<void> {
    const nodes = [...ids].map((id) => ({ id }));
    if (nodes.length === 0) return;
    const duration = prefersReducedMotion() ? 0 : 200;
    await this.#flow.fitView({ nodes, maxZoom: 1.25, padding: PADDING, duration });
  }

  /** Brings steps into view that are not; leaves the view alone when they are all in it. */
  async reveal(ids: Iterable<NodeId>): Promise<void> {
    const nodes = [...ids];
    const [only] = nodes;
    if (only !== undefined && nodes.length === 1) return this.#reveal(only);
    await tick();
    const frame = this.#canvas()?.getBoundingClientRect();
    if (!frame) return;
    const { x, y, zoom } = this.#flow.getViewport();
    const box = this.#flow.getNodesBounds(nodes);
    const inside =
      box.x * zoom + x > 0 &&
      box.y * zoom + y > 0 &&
      (box.x + box.width) * zoom + x < frame.width &&
      (box.y + box.height) * zoom + y < frame.height - FOOT;
    if (!inside) await this.zoomTo(nodes);
  }

  /** What is in the middle of the view. */
  middle(): Position {
    const frame = this.#canvas()?.getBoundingClientRect();
    if (!frame) return { x: 0, y: 0 };
    return this.#flow.screenToFlowPosition({
      x: frame.left + frame.width / 2,
      y: frame.top + frame.height / 2
    });
  }

  /** The place in the drawing under a point of the screen. */
  placeAt(point: Position): Position {
    return this.#flow.screenToFlowPosition(point);
  }

  /** Whether a point of the screen is on the drawing. */
  isOver({ x, y }: Position): boolean {
    const frame = this.#canvas()?.getBoundingClientRect();
    if (!frame || x < frame.left || x > frame.right || y < frame.top || y > frame.bottom)
      return false;
    return document.elementFromPoint(x, y)?.closest('.canvas') != null;
  }

  /** A point of the screen where a menu about a step or connection of this id may open; else in the middle. */
  pointBeside(id: NodeId | null): Position {
    const canvas = this.#canvas();
    const frame = canvas?.getBoundingClientRect() ?? new DOMRect();
    const box =
      id === null ? null : canvas?.querySelector(`[data-id="${id}"]`)?.getBoundingClientRect();
    const near =
      box ?? new DOMRect(frame.left + frame.width / 2 - 140, frame.top + frame.height / 4);
    return {
      x: Math.min(Math.max(near.left + Math.min(near.width, 24), frame.left + 8), frame.right - 40),
      y: Math.min(Math.max(near.bottom + 6, frame.top + 8), frame.bottom - 40)
    };
  }

  /** How large a step is drawn. */
  sizeOf(node: CadenceNode): Size {
    const { cadence, file } = this.#editor;
    return sizeOf(node, cadence, portsOf(node, cadence), file.layout.direction ?? 'down');
  }
}

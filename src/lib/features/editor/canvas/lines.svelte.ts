import { getContext, setContext } from 'svelte';
import type { EdgeId, Layout, NodeId, Position } from '$lib/domain';
import {
  EdgeDrawer,
  lineEnds,
  looseLine,
  type Connectable,
  type EdgeLine,
  type LineEnds
} from '$lib/drawing';
import type { FlowEdge, FlowNode } from './flow-types';

/** What lines follow from. */
export interface LinesOf {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly layout: Layout;
  /** All steps are on the way to other places. */
  readonly isGliding: boolean;
}

/** How each edge runs, while the steps lie as they are drawn just now. */
export class Lines {
  readonly #of: () => LinesOf;
  #drawer: EdgeDrawer | null = null;
  #direction: Layout['direction'] = undefined;

  readonly #places = new Memo<FlowNode, Connectable>();
  readonly #ends = new Memo<FlowEdge, Ends>();

  readonly #lines: ReadonlyMap<EdgeId, EdgeLine> = $derived.by(() => this.#draw(this.#of()));

  constructor(of: () => LinesOf) {
    this.#of = of;
  }

  of(id: EdgeId): EdgeLine | undefined {
    return this.#lines.get(id);
  }

  get all(): ReadonlyMap<EdgeId, EdgeLine> {
    return this.#lines;
  }

  #draw({ nodes, edges, layout, isGliding }: LinesOf): ReadonlyMap<EdgeId, EdgeLine> {
    const direction = layout.direction ?? 'down';
    if (!this.#drawer || this.#direction !== direction) this.#drawer = new EdgeDrawer(direction);
    this.#direction = direction;
    const places = new Map(
      nodes.map((node) => [node.id, this.#places.get(node.id, node, placeOf)] as const)
    );
    const ends = edges.flatMap((edge) => {
      const [from, to] = [places.get(edge.source), places.get(edge.target)];
      const laid = layout.routes?.[edge.id];
      const made = this.#ends.get(
        edge.id,
        edge,
        () => ({ from, to, laid, line: endsOf(edge, places, laid) }),
        (old) => old.from === from && old.to === to && old.laid === laid
      );
      return made.line ? [made.line] : [];
    });
    if (isGliding) return new Map(ends.map((each) => [each.id, looseLine(each, direction)]));
    const boxes = new Map<NodeId, Connectable['box']>();
    for (const [id, { box }] of places) boxes.set(id, box);
    const isHeld = nodes.some((node) => node.dragging);
    return isHeld ? this.#drawer.sketch(ends, boxes) : this.#drawer.draw(ends, boxes);
  }
}

interface Ends {
  readonly from: Connectable | undefined;
  readonly to: Connectable | undefined;
  readonly laid: readonly Position[] | undefined;
  readonly line: LineEnds | null;
}

function endsOf(
  edge: FlowEdge,
  places: ReadonlyMap<NodeId, Connectable>,
  laid: readonly Position[] | undefined
): LineEnds | null {
  const { id, source, sourceHandle, target } = edge;
  const line = lineEnds({ id, from: source, port: sourceHandle ?? '', to: target }, places, laid);
  return line && { ...line, text: written(edge) };
}

/** What was made of things, made anew only when they are others. */
class Memo<T extends object, R> {
  readonly #made = new Map<string, { readonly of: T; readonly result: R }>();

  get(id: string, of: T, make: (of: T) => R, holds: (result: R) => boolean = () => true): R {
    const before = this.#made.get(id);
    if (before?.of === of && holds(before.result)) return before.result;
    const result = make(of);
    this.#made.set(id, { of, result });
    return result;
  }
}

function placeOf({ position, data: { size, target, ports } }: FlowNode): Connectable {
  return { box: { ...position, ...size }, target, ports };
}

/** Letters for what stands on an edge; a badge is as wide as two. */
function written({ data }: FlowEdge): string {
  const count = data?.count == null ? '' : ` ${data.count.toLocaleString('en-US')}`;
  return `${data?.label ?? ''}${count}${data?.badge ? ' ●●' : ''}`.trim();
}

const KEY = Symbol('lines');

export function provideLines(lines: Lines): void {
  setContext(KEY, lines);
}

/** The lines of the canvas around this component; none outside of one. */
export function findLines(): Lines | undefined {
  return getContext<Lines | undefined>(KEY);
}

import type { CadenceNode, Position } from '$lib/domain';
import { present } from '$lib/util';
import type { Box } from '../geometry';
import type { Element } from '../moddle';

/** A place in the process that leads pass, while it is being turned into a step. */
export interface Spot {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Null for spots that stand for something that no element says by itself. */
  readonly element: Element | null;
  readonly box: Box | null;
  /** Who does it: the name of its lane. */
  readonly lane: string | null;
  /** The step, where it is known already. */
  readonly node?: CadenceNode;
  /** What an export of ours kept of it. */
  readonly own?: {
    readonly at: number;
    readonly place: Position | null;
    /** The step as it was then. */
    readonly written: CadenceNode;
  };
}

/** A way between two spots. */
export interface Way {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** When it is taken, in the file's own words. */
  readonly condition: string;
  /** It is taken when no other is. */
  readonly fallback: boolean;
  readonly element: Element | null;
  /** The port it leaves by, where that is known already. */
  readonly port?: string;
  readonly own?: { readonly at: number; readonly edge: string; readonly from: string };
}

/** A process as spots and ways, which can be rewired until nothing is left that a cadence does not know. */
export class Sketch {
  readonly #spots = new Map<string, Spot>();
  readonly #ways = new Map<string, Way>();
  readonly #out = new Map<string, Set<string>>();
  readonly #in = new Map<string, Set<string>>();
  #made = 0;

  get spots(): readonly Spot[] {
    return [...this.#spots.values()];
  }

  spot(id: string): Spot | undefined {
    return this.#spots.get(id);
  }

  /** Adds a spot or puts it in the place of the one with its id. */
  put(spot: Spot): void {
    this.#spots.set(spot.id, spot);
  }

  /** A spot that no element stands for, near another. */
  make(type: string, near: Spot, node?: CadenceNode): Spot {
    this.#made += 1;
    const id = `${near.id}+${this.#made}`;
    const spot: Spot = { id, type, name: '', element: null, box: null, lane: near.lane };
    const made = node ? { ...spot, node } : spot;
    this.put(made);
    return made;
  }

  /** Takes a spot out, with all its ways. */
  remove(id: string): void {
    for (const way of [...this.out(id), ...this.in(id)]) this.unlink(way);
    this.#spots.delete(id);
  }

  out(id: string): readonly Way[] {
    return this.#waysOf(this.#out, id);
  }

  in(id: string): readonly Way[] {
    return this.#waysOf(this.#in, id);
  }

  link(way: Way): void {
    this.#ways.set(way.id, way);
    add(this.#out, way.from, way.id);
    add(this.#in, way.to, way.id);
  }

  /** A way that no element stands for. */
  join(from: string, to: string, rest: Partial<Omit<Way, 'id' | 'from' | 'to'>> = {}): void {
    this.#made += 1;
    const plain = { name: '', condition: '', fallback: false, element: null };
    this.link({ ...plain, ...rest, id: `way+${this.#made}`, from, to });
  }

  unlink(way: Way): void {
    this.#ways.delete(way.id);
    this.#out.get(way.from)?.delete(way.id);
    this.#in.get(way.to)?.delete(way.id);
  }

  /** Changes a way; its ends too. */
  turn(way: Way, changes: Partial<Way>): void {
    this.unlink(way);
    this.link({ ...way, ...changes });
  }

  #waysOf(index: ReadonlyMap<string, ReadonlySet<string>>, id: string): readonly Way[] {
    return [...(index.get(id) ?? [])].map((way) => present(this.#ways.get(way), 'way'));
  }
}

function add(index: Map<string, Set<string>>, key: string, value: string): void {
  const set = index.get(key);
  if (set) set.add(value);
  else index.set(key, new Set([value]));
}

import type { CadenceNode, NodeId } from '$lib/domain';
import { blocksOf, isEnd, neededPaths, type Block } from '../1-resolve/blocks';
import { landingsOf } from '../1-resolve/landings';
import type { Fact } from '../1-resolve/parse-fact';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { depthFirst } from '../1-resolve/traverse';
import { keyOf, leastOf, mostOf, type Sure } from '../logic/sure';
import { sureAfter, sureWithin } from './sure-after';

interface Way {
  readonly from: CadenceNode;
  readonly port: string;
}

/** What is sure of these facts wherever a lead goes: the least over all ways there. */
export class SureFacts {
  readonly #facts: readonly Fact[];
  readonly #resolved: ResolvedCadence;
  readonly #into = new Map<NodeId, Way[]>();
  readonly #inside = new Map<NodeId, Sure>();
  readonly #blocks: ReadonlyMap<NodeId, Block>;

  constructor(facts: readonly Fact[], resolved: ResolvedCadence) {
    this.#facts = facts;
    this.#resolved = resolved;
    this.#blocks = new Map(blocksOf(resolved).map((block) => [block.join.id, block]));
    for (const from of resolved.live) {
      for (const { port, edge } of resolved.graph.links.get(from.id) ?? []) {
        if (edge)
          this.#into.set(edge.to, [...(this.#into.get(edge.to) ?? []), { from, port: port.id }]);
      }
    }
    this.#settle();
  }

  /** Of a lead that leaves the step by the port; null when none does. */
  leaving({ from, port }: Way): Sure | null {
    const inside = this.#inside.get(from.id);
    return inside ? sureAfter(from, port, inside, this.#facts, this.#resolved) : null;
  }

  /** Goes over all steps until nothing changes any more: what is sure only gets less. */
  #settle(): void {
    const { live } = this.#resolved;
    const landed = new Set(landingsOf(this.#resolved));
    const within = new Map(live.map((node) => [node.id, sureWithin(node, this.#resolved)]));
    const nothing: Sure = new Map(this.#facts.map((fact) => [keyOf(fact), 0]));
    for (let pass = 0, changed = true; changed && pass <= live.length; pass++) {
      changed = false;
      for (const node of live) {
        const begins = node.kind === 'entry' || landed.has(node.id);
        const before = begins ? nothing : this.#before(node);
        if (!before) continue;
        const inside = mostOf([before, within.get(node.id) ?? nothing]);
        const known = this.#inside.get(node.id);
        if (known && sameAs(known, inside)) continue;
        this.#inside.set(node.id, inside);
        changed = true;
      }
    }
  }

  #before(node: CadenceNode): Sure | null {
    const block = this.#blocks.get(node.id);
    if (block) return this.#afterPaths(block);
    return this.#leastOf(this.#into.get(node.id) ?? []);
  }

  #leastOf(ways: readonly Way[]): Sure | null {
    const known = ways.flatMap((way) => this.leaving(way) ?? []);
    return known.length === 0 ? null : leastOf(known);
  }

  /** What the paths bring that must have arrived, on top of what was sure at the fork. */
  #afterPaths({ fork, join }: Block): Sure | null {
    const { graph } = this.#resolved;
    const start = this.#inside.get(fork.id);
    if (!start) return null;
    const paths = (graph.next.get(fork.id) ?? []).map((first) =>
      first === join.id ? start : this.#afterPath(first, join.id)
    );
    const needed = neededPaths({ fork, join });
    return new Map(
      this.#facts.map((fact) => {
        const key = keyOf(fact);
        const before = start.get(key) ?? 0;
        const gains = paths.map((path) => Math.max(0, (path?.get(key) ?? 0) - before));
        const sure = gains.toSorted((a, b) => a - b).slice(0, needed);
        const sum = sure.reduce((total, gain) => total + gain, 0);
        return [key, fact.type === 'done' ? Math.min(1, before + sum) : before + sum];
      })
    );
  }

  #afterPath(first: NodeId, join: NodeId): Sure | null {
    const { graph } = this.#resolved;
    const reach = new Set(
      depthFirst([first], { get: (id) => (id === join ? [] : graph.next.get(id)) })
    );
    const ways = (this.#into.get(join) ?? []).filter(({ from }) => reach.has(from.id));
    const ends = [...reach].filter((id) => isEnd(graph.nodes.get(id)));
    const arrived = [this.#leastOf(ways), ...ends.map((id) => this.#inside.get(id) ?? null)];
    const known = arrived.filter((one) => one !== null);
    return known.length === 0 ? null : leastOf(known);
  }
}

function sameAs(a: Sure, b: Sure): boolean {
  return [...new Set([...a.keys(), ...b.keys()])].every(
    (key) => (a.get(key) ?? 0) === (b.get(key) ?? 0)
  );
}

import {
  newNode,
  portsOf,
  type Cadence,
  type CadenceEdge,
  type CadenceNode,
  type NodeId
} from '$lib/domain';
import { Ids } from './ids';
import { elementWords } from './notes';
import type { Spot, Way } from './sketch';
import { toNode, type Surroundings } from './to-node';
import { branchOf, forkOf, type Opened } from './ways-out';

/** A step with the spot it was made of; null for steps that were put in between. */
export interface MadeStep {
  readonly node: CadenceNode;
  readonly spot: Spot | null;
}

export interface Connected {
  readonly steps: readonly MadeStep[];
  readonly edges: readonly CadenceEdge[];
}

interface FromSpot extends MadeStep {
  readonly spot: Spot;
}

/** Turns spots into steps and ways into connections; puts in what BPMN says without drawing it. */
export class Connector {
  readonly #around: Surroundings;
  /** What the names of ports and dispositions are looked up in. */
  readonly #cadence: Cadence;
  readonly #ids = new Ids();
  readonly #edgeIds = new Ids();
  readonly #steps = new Map<string, FromSpot>();
  readonly #between: MadeStep[] = [];
  readonly #edges: (CadenceEdge & { readonly at: number })[] = [];
  #end: NodeId | null = null;

  constructor(around: Surroundings, cadence: Cadence) {
    this.#around = around;
    this.#cadence = cadence;
  }

  run(): Connected {
    const { sketch } = this.#around;
    const { spots } = sketch;
    // What is ours keeps its ids; the rest takes what is left.
    for (const spot of spots) if (spot.own) this.#keep(spot);
    for (const spot of spots) if (!spot.own) this.#makeStep(spot);
    const ways = spots.flatMap(({ id }) => sketch.out(id));
    const kept = new Set(ways.filter(({ own }) => own && this.#edgeIds.take(own.edge)));
    for (const spot of spots) this.#leave(spot, kept);
    this.#enter();
    const steps = [...spots.flatMap(({ id }) => this.#steps.get(id) ?? []), ...this.#between];
    const edges = [...this.#edges].sort((a, b) => a.at - b.at || 0);
    return { steps, edges: edges.map(({ at: _, ...edge }) => edge) };
  }

  #keep(spot: Spot): void {
    const { node } = spot;
    if (!node) return;
    const id = this.#ids.take(node.id) ? node.id : this.#ids.next(node.id);
    this.#steps.set(spot.id, { spot, node: { ...node, id } });
  }

  #makeStep(spot: Spot): void {
    const name = spot.node?.name || spot.name || elementWords(spot.type);
    const id = this.#ids.next(name);
    const node = spot.node ? { ...spot.node, id } : toNode(spot, id, this.#around);
    this.#steps.set(spot.id, { spot, node });
  }

  /** All ways out of one step. */
  #leave(spot: Spot, kept: ReadonlySet<Way>): void {
    const step = this.#steps.get(spot.id);
    if (!step) return;
    const { node } = step;
    const ways = this.#around.sketch.out(spot.id).filter((way) => this.#mayGo(way, step));
    const opened = spot.node ? null : this.#opened(step, ways);
    if (opened) {
      this.#steps.set(spot.id, { spot, node: opened.node });
      ways.forEach((way, i) => this.#edge(node.id, opened.ports[i] ?? 'default', way, kept));
      return;
    }
    const byPort = new Map<string, Way[]>();
    for (const way of ways) {
      const port = this.#portFor(step, way, byPort);
      if (port === null) this.#drop(way, 'The step has no way out left for it.');
      else byPort.set(port, [...(byPort.get(port) ?? []), way]);
    }
    for (const [port, these] of byPort) this.#out(step, port, these, kept);
    if (!spot.own && ways.length === 0) this.#endAt(step);
  }

  /** A gateway of the file's own has a port for each way. */
  #opened({ node, spot }: FromSpot, ways: readonly Way[]): Opened | null {
    const { sketch, notes } = this.#around;
    if (node.kind === 'fork') return forkOf(node.id, node.name || 'Fork', ways);
    if (node.kind !== 'branch') return null;
    const [before, ...others] = sketch.in(spot.id).map(({ from }) => this.#steps.get(from)?.node);
    if (spot.element) {
      const last = ways.some(({ fallback }) => fallback) ? '' : ' The last is taken otherwise.';
      notes.add(
        spot.element,
        'Conditions of other tools cannot be read.',
        `Its ways keep their names; pick what they depend on.${last}`
      );
    }
    const alone = others.length === 0 ? before : undefined;
    return branchOf(node.id, node.name, ways, alone, this.#cadence.dispositions);
  }

  /** Where leads cannot go in a cadence, they are not sent, unless that is how it was drawn with us. */
  #mayGo(way: Way, { node }: MadeStep): boolean {
    const to = this.#steps.get(way.to)?.node;
    if (!to) return false;
    if (way.own) return true;
    const open = node.kind === 'fork' || node.kind === 'branch';
    const why =
      to.id === node.id
        ? 'A step cannot lead to itself.'
        : to.kind === 'entry'
          ? 'Nothing can lead back to where leads come in.'
          : !open && portsOf(node, this.#cadence).length === 0
            ? 'Nothing follows an end.'
            : null;
    if (why !== null) this.#drop(way, why);
    return why === null;
  }

  #portFor({ node, spot }: FromSpot, way: Way, taken: ReadonlyMap<string, unknown>): string | null {
    if (way.port !== undefined && (!way.own || way.own.from === node.id)) return way.port;
    const ports = portsOf(node, this.#cadence).map(({ id }) => id);
    if (!spot.node) return ports[0] ?? null;
    return ports.find((port) => !taken.has(port)) ?? null;
  }

  /** Several ways by one port: leads go all of them at once or, under conditions, one of them. */
  #out(step: FromSpot, port: string, ways: readonly Way[], kept: ReadonlySet<Way>): void {
    const { node, spot } = step;
    if (ways.length < 2 || spot.own) {
      for (const way of ways) this.#edge(node.id, port, way, kept);
      return;
    }
    const choice = ways.some(({ condition, fallback }) => condition !== '' || fallback);
    const id = this.#ids.next(choice ? 'branch' : 'fork');
    const between = choice
      ? branchOf(id, 'Branch', ways, node, this.#cadence.dispositions)
      : forkOf(id, 'Fork', ways);
    this.#between.push({ node: between.node, spot: null });
    this.#tell(
      step,
      choice ? 'Where it leads depends on conditions.' : 'Several ways leave it at once.',
      choice
        ? 'A branch was put behind it; pick what its ways depend on.'
        : 'A fork was put behind it.'
    );
    this.#add(node.id, port, id);
    ways.forEach((way, i) => this.#edge(id, between.ports[i] ?? 'default', way, kept));
  }

  /** Where a process just stops, a cadence has an end. */
  #endAt(step: FromSpot): void {
    const [port] = portsOf(step.node, this.#cadence);
    if (!port) return;
    if (this.#end === null) {
      this.#end = this.#ids.next('End');
      this.#between.push({ node: newNode('exit', this.#end), spot: null });
    }
    this.#tell(
      step,
      'Nothing follows it, and a cadence says where it ends.',
      'It leads to an end.'
    );
    this.#add(step.node.id, port.id, this.#end);
  }

  /** Where a process just starts, a cadence has an entry. */
  #enter(): void {
    const steps = [...this.#steps.values()];
    if (steps.some(({ node, spot }) => spot.own ?? node.kind === 'entry')) return;
    const reached = new Set(this.#edges.map(({ to }) => to));
    const first = steps.find(({ node }) => !reached.has(node.id)) ?? steps[0];
    if (!first) return;
    const id = this.#ids.next('Start');
    this.#between.push({ node: newNode('entry', id), spot: null });
    this.#add(id, 'next', first.node.id);
    this.#tell(first, 'The process has no start event.', 'An entry was put before it.');
  }

  #edge(from: NodeId, port: string, way: Way, kept: ReadonlySet<Way>): void {
    const to = this.#steps.get(way.to)?.node.id;
    if (to === undefined) return;
    const { own } = way;
    if (own && kept.has(way)) this.#edges.push({ id: own.edge, from, port, to, at: own.at });
    else this.#add(from, port, to);
  }

  #add(from: NodeId, port: string, to: NodeId): void {
    this.#edges.push({ id: this.#edgeIds.next(`${from}-${port}`), from, port, to, at: Infinity });
  }

  #drop(way: Way, why: string): void {
    if (way.element) this.#around.notes.add(way.element, why, 'It was left out.');
  }

  #tell({ node, spot }: FromSpot, why: string, done: string): void {
    const what = spot.element ?? { $type: node.kind, id: spot.id, name: node.name };
    this.#around.notes.add(what, why, done);
  }
}

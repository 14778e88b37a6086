import type {
  Cadence,
  CadenceId,
  CadenceNode,
  Disposition,
  EntryNode,
  ExitNode,
  LeadField,
  NodeId,
  Parameter,
  Role,
  Slug
} from '$lib/domain';
import { buildGraph, type Graph } from './graph';
import { referencesOf } from './references/of-cadence';
import type { Reference } from './references/reference';
import { depthFirst } from './traverse';

/** A cadence with its names resolved: what the checks and the lowering read. */
export interface ResolvedCadence {
  readonly cadence: Cadence;
  readonly graph: Graph;
  readonly entries: readonly EntryNode[];
  readonly exits: readonly ExitNode[];
  /** The one entry; null when there is none, or more than one. */
  readonly entry: EntryNode | null;
  /**
   * The steps a lead can come to, in the order of instructions; without an entry all steps. Notes
   * are no steps.
   */
  readonly live: readonly CadenceNode[];
  readonly parameters: ReadonlyMap<Slug, Parameter>;
  readonly roles: ReadonlyMap<Slug, Role>;
  readonly dispositions: ReadonlyMap<Slug, Disposition>;
  readonly fields: ReadonlyMap<Slug, LeadField>;
  /** Every name the cadence mentions, with its place. */
  readonly references: readonly Reference[];
  /** Cadences that can be handed over to; null when that is not known here. */
  readonly linked: ReadonlySet<CadenceId> | null;
  /** Those of them that are here to be read, and this one. */
  readonly cadences: ReadonlyMap<CadenceId, Cadence>;
}

/** A cadence that can be handed over to, or only its id. */
export type Linked = CadenceId | Cadence;

export function resolve(cadence: Cadence, linked: readonly Linked[] | undefined): ResolvedCadence {
  const graph = buildGraph(cadence);
  const entries = cadence.nodes.filter((node) => node.kind === 'entry');
  const entry = entries.length === 1 ? (entries[0] ?? null) : null;
  return {
    cadence,
    graph,
    entries,
    exits: cadence.nodes.filter((node) => node.kind === 'exit'),
    entry,
    live: liveNodes(cadence, graph, entry),
    parameters: byId(cadence.parameters),
    roles: byId(cadence.roles),
    dispositions: byId(cadence.dispositions),
    fields: byId(cadence.fields),
    references: referencesOf(cadence),
    linked: linked ? new Set([cadence.id, ...linked.map(idOf)]) : null,
    cadences: byId([...(linked ?? []).filter((one) => typeof one !== 'string'), cadence])
  };
}

function liveNodes(cadence: Cadence, graph: Graph, entry: EntryNode | null): CadenceNode[] {
  const ids: readonly NodeId[] = entry
    ? reachable([entry.id, ...jumpTargets(cadence)], graph)
    : cadence.nodes.map((node) => node.id);
  return ids.flatMap((id) => graph.nodes.get(id) ?? []).filter((node) => node.kind !== 'note');
}

/** Steps that leads come to without a connection from anywhere. */
function jumpTargets({ handlers, moves }: Cadence): NodeId[] {
  return [
    ...(handlers ?? []).flatMap(({ effect }) => ('to' in effect ? [effect.to] : [])),
    ...(moves ?? []).map(({ to }) => to)
  ];
}

/** What connections lead to, depth first, and then the time limits of those steps. */
function reachable(starts: readonly NodeId[], graph: Graph): NodeId[] {
  for (let from = starts; ;) {
    const found = depthFirst(from, graph.next);
    const seen = new Set(found);
    const limits = found.flatMap((id) => limitTargets(graph.nodes.get(id)));
    const more = limits.filter((id) => !seen.has(id));
    if (more.length === 0) return found;
    from = [...from, ...more];
  }
}

function limitTargets(node: CadenceNode | undefined): NodeId[] {
  const sla = node && 'sla' in node ? node.sla : undefined;
  return (sla ?? []).flatMap(({ action, to }) => (action === 'move' ? (to ?? []) : []));
}

function idOf(linked: Linked): CadenceId {
  return typeof linked === 'string' ? linked : linked.id;
}

function byId<T extends { readonly id: Slug }>(list: readonly T[]): ReadonlyMap<Slug, T> {
  return new Map(list.map((item) => [item.id, item]));
}

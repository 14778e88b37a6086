import type {
  Cadence,
  CadenceFile,
  Layout,
  NodeId,
  ReplaceContentEdit,
  Scenario
} from '$lib/domain';

/**
 * Puts a version in the place of the draft, as one edit. A version says nothing of how it is drawn nor
 * of what is assumed: steps that are there keep theirs, `places` has some for the others, and what
 * concerns steps that go, goes with them.
 */
export function restoreEdit(
  file: CadenceFile,
  version: Cadence,
  places: Layout['positions']
): ReplaceContentEdit {
  const ids = new Set(version.nodes.map(({ id }) => id));
  const edges = new Set(version.edges.map(({ id }) => id));
  const { positions, routes, ...rest } = file.layout;
  const layout: Layout = {
    ...rest,
    positions: only({ ...places, ...positions }, ids),
    ...(routes && { routes: only(routes, edges) })
  };
  const scenarios = file.scenarios.map((scenario) => keptOf(scenario, ids));
  return { kind: 'replaceContent', cadence: version, layout, scenarios };
}

function only<T>(table: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([id]) => ids.has(id)));
}

function keptOf(scenario: Scenario, ids: ReadonlySet<NodeId>): Scenario {
  const { steps, signals } = scenario;
  const kept = { ...scenario, steps: only(steps, ids) };
  if (!signals) return kept;
  return {
    ...kept,
    signals: signals.filter(({ after }) => after === undefined || ids.has(after))
  };
}

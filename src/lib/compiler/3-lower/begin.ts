import { resolveDelay, type NodeId } from '$lib/domain';
import { present } from '$lib/util';
import type { ResolvedCadence } from '../1-resolve/resolve';
import type { CalendarTable } from '../calendar-table';
import type { ConnectedLink, Lowering, Tables } from './lowering';

/** Everything that the parts of a program look up while they are lowered, and empty tables. */
export function beginLowering(resolved: ResolvedCadence, calendars: CalendarTable): Lowering {
  const { cadence, live, graph } = resolved;
  const tables = emptyTables();
  const signals = signalsOf(resolved);
  const pcs = indexOf(live.map(({ id }) => id));
  const signalRows = indexOf(signals);
  const dispositionRows = indexOf(cadence.dispositions.map(({ id }) => id));
  const calendarRows = new Map<object, number>();
  return {
    resolved,
    signals,
    tables,
    findPc: (node) => pcs.get(node) ?? -1,
    pcOf: (node) => present(pcs.get(node), `step ${node}`),
    signalOf: (signal) => present(signalRows.get(signal), `signal ${signal}`),
    dispositionOf: (id) => present(dispositionRows.get(id), `disposition ${id}`),
    linksOf: (node: NodeId) =>
      present(graph.links.get(node), node).filter(
        (link): link is ConnectedLink => link.edge !== null
      ),
    delay: (delay) => present(resolveDelay(delay, cadence.parameters), 'parameter'),
    calendarRow(calendar) {
      const compiled = calendars.get(calendar);
      const row = calendarRows.get(compiled) ?? tables.calendars.push(compiled) - 1;
      calendarRows.set(compiled, row);
      return row;
    }
  };
}

function emptyTables(): Tables {
  return {
    tasks: [],
    waits: [],
    chooses: [],
    splits: [],
    exits: [],
    stages: [],
    forks: [],
    joins: [],
    handoffs: [],
    guards: [],
    calendars: []
  };
}

/** The signals that the settings and the live steps listen to, each once, in order. */
function signalsOf({ references, live }: ResolvedCadence): string[] {
  const alive = new Set(live.map(({ id }) => id));
  const heard = references.filter(
    ({ type, node }) => type === 'signal' && (node === undefined || alive.has(node))
  );
  return [...new Set(heard.map(({ id }) => id))].sort();
}

function indexOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

import type { SimulationResult, StepCount } from '$lib/simulation';
import { HOUR, bar, count, percent, row } from './lines';

export function stepByStep({ steps, leads }: SimulationResult): readonly string[] {
  return [
    row('Step by step', 'reached', 'of all', 'waited, mean'),
    ...steps
      .filter(({ kind }) => kind === 'action')
      .map((step) => {
        const share = leads === 0 ? 0 : step.reached / leads;
        return row(step.name, count(step.reached), percent(share), waited(step), bar(share));
      }),
    ''
  ];
}

/** Signals, handlers and time limits, where the cadence has any. */
export function whatHappened(result: SimulationResult): readonly string[] {
  const rows = [
    ...Object.entries(result.signals).map(([id, times]) => row(`Signal ${id}`, count(times))),
    ...Object.entries(result.handlers).map(([id, times]) => row(`Handler ${id}`, count(times))),
    ...result.timeLimits.map((limit) =>
      row(`Time limit ${limit.threshold} of ${limit.node}`, count(limit.count))
    )
  ];
  return rows.length > 0 ? [row('What happened', 'times'), ...rows, ''] : [];
}

function waited({ waiting, visits }: StepCount): string {
  return visits === 0 ? '' : `${(waiting / visits / HOUR).toFixed(1)} h`;
}

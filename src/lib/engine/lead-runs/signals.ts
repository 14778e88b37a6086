import type { Slug } from '$lib/domain';
import type { Program } from '$lib/program';
import type { LeadRun } from './lead-run';

/** When signals that a program listens to were last seen, by its index; null: none of them was. */
export function signalRows(
  program: Program,
  signals: ReadonlyMap<Slug, number>
): ReadonlyMap<number, number> | null {
  if (signals.size === 0) return null;
  const rows = new Map<number, number>();
  program.signals.forEach((signal, index) => {
    const at = signals.get(signal);
    if (at !== undefined) rows.set(index, at);
  });
  return rows.size === 0 ? null : rows;
}

/** Runs that were not told of a signal may still ask whether the lead ever gave it. */
export function overhear(
  runs: readonly LeadRun[],
  signals: ReadonlyMap<Slug, number>,
  signal: Slug,
  told: LeadRun | null
): void {
  for (const run of runs) {
    if (!run.running || !run.program.signals.includes(signal)) continue;
    run.state.otherSignals = signalRows(run.program, signals);
    run.stale = run.stale || run !== told;
  }
}

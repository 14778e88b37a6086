import type { Input } from '../input';
import type { LeadRun } from './lead-run';

/** Name of a pause that a handler of the cadence made. */
export const BY_HANDLER = 'handler';

/**
 * A run stands still as long as anything holds it: several people, the cadence itself and its
 * handlers may pause it, and each takes back its own. What to tell the run when `by` holds it too.
 */
export function hold(run: LeadRun, by: string, at: number, until: number): Input | null {
  run.holds.set(by, until);
  return standStill(run, at);
}

/** What to tell the run when `by` no longer holds it. */
export function release(run: LeadRun, by: string, at: number): Input | null {
  run.holds.delete(by);
  return standStill(run, at);
}

/** A handler has paused the run; the run itself knows that already. */
export function holdByHandler(run: LeadRun, until: number): void {
  run.holds.set(BY_HANDLER, Math.max(run.holds.get(BY_HANDLER) ?? 0, until));
}

/** Who holds the run. */
export function holders(run: LeadRun, at: number): readonly string[] {
  for (const [name, until] of run.holds) if (until <= at) run.holds.delete(name);
  return [...run.holds.keys()];
}

/** What to tell the run so that it stands still as long as it is held, and no longer. */
export function standStill(run: LeadRun, at: number): Input | null {
  const paused = run.state.pausedAt >= 0;
  if (holders(run, at).length === 0) return paused ? { type: 'resume', at } : null;
  const until = Math.max(...run.holds.values());
  if (paused && until === run.state.pausedUntil) return null;
  return until === Infinity ? { type: 'pause', at } : { type: 'pause', at, until };
}

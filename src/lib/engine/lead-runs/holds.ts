import type { Input } from '../input';
import type { LeadRun } from './lead-run';

/** Name of a pause that the cadence's own handler made, as long as nobody knows by which event. */
export const BY_HANDLER = 'handler';

/**
 * A run stands still as long as anything holds it: several people, the cadence itself and its
 * handlers may pause it, and each takes back its own. What to tell the run when `by` holds it too.
 */
export function hold(run: LeadRun, by: string, at: number, until: number): Input | null {
  noteHandler(run, at);
  run.holds.set(by, until);
  return adapt(run, at);
}

/** What to tell the run when `by` no longer holds it. */
export function release(run: LeadRun, by: string, at: number): Input | null {
  noteHandler(run, at);
  run.holds.delete(by);
  return adapt(run, at);
}

/** A run that is paused and that nobody holds was paused by a handler of its own. */
export function noteHandler(run: LeadRun, at: number, by = BY_HANDLER): void {
  for (const [name, until] of run.holds) if (until <= at) run.holds.delete(name);
  if (run.state.pausedAt >= 0 && run.holds.size === 0) run.holds.set(by, run.state.pausedUntil);
}

function adapt(run: LeadRun, at: number): Input | null {
  const paused = run.state.pausedAt >= 0;
  if (run.holds.size === 0) return paused ? { type: 'resume', at } : null;
  const until = Math.max(...run.holds.values());
  if (paused && until === run.state.pausedUntil) return null;
  return until === Infinity ? { type: 'pause', at } : { type: 'pause', at, until };
}

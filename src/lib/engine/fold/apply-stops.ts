import type { ExitedEvent, OptedOutEvent, PausedEvent, ResumedEvent } from '$lib/domain';
import { causeOfResult, rankOfCause } from '../end-cause';
import type { EndCause } from '../lead-state';
import { BY_HANDLER } from '../lead-runs/holds';
import type { MergedEvent } from '../merge';
import { exitRefusal } from './exit-refusal';
import { endOfRun } from './end-of-run';
import type { LeadFold } from './lead-fold';
import type { EndNote, RunRecord } from './run-record';

export function applyPaused(fold: LeadFold, event: PausedEvent, at: number): void {
  const record = fold.runningRecord(event);
  if (!record) return;
  if (event.until !== undefined && event.until <= at) return;
  fold.runs.pause(record.run, event.id, at, event.until);
}

/** Takes back the stops and pauses it names, and pauses that the cadence's own handlers made. */
export function applyResumed(fold: LeadFold, event: ResumedEvent, at: number): void {
  const record = fold.record(event);
  if (!record) return;
  for (const stop of event.stops)
    for (const run of [...fold.runs.runs]) if (run.holds.has(stop)) fold.runs.resume(run, stop, at);
  fold.runs.resume(record.run, BY_HANDLER, at);
  fold.optIn(event.stops);
}

/** A person took the lead out; where the cadence guards that verdict, only when it is allowed. */
export function applyExited(
  fold: LeadFold,
  event: ExitedEvent,
  at: number,
  standing: MergedEvent['standing']
): void {
  const record = fold.record(event);
  if (!record || record.run.frozen) return;
  const { run } = record;
  const { result, reason = null } = event;
  const end = { cause: stopCause(event), event: event.id, verdict: { result, reason } };
  if (!run.running) return overrule(fold, record, event, end, at);
  if (standing === 'paused') return fold.runs.pause(run, event.id, at);
  const refusal = exitRefusal(run, result, at);
  if (refusal) return fold.note('refused', event, { refusal });
  record.ends.push(end);
  fold.runs.apply(run, { type: 'stop', at, optedOut: result === 'optedOut' });
}

/** The lead does not want to be contacted: everything of it ends. */
export function applyOptedOut(
  fold: LeadFold,
  event: OptedOutEvent,
  at: number,
  standing: MergedEvent['standing']
): void {
  const end = { cause: 'optedOut', event: event.id, verdict: null } as const;
  if (standing === 'paused') {
    for (const run of [...fold.runs.runs]) fold.runs.pause(run, event.id, at);
    return fold.optOutUntilResumed(event.id);
  }
  for (const record of fold.records.values())
    if (record.run.running) record.ends.push(end);
    else if (prevails(fold, record, event, end, at))
      record.ends.push({ ...end, verdict: { result: 'optedOut', reason: null } });
  fold.runs.optOut(at);
}

/** Taking somebody out is a cause of its own, unless its verdict says more. */
function stopCause({ result }: ExitedEvent): EndCause {
  const cause = causeOfResult(result);
  return rankOfCause(cause) < rankOfCause('removed') ? cause : 'removed';
}

/** A stop of a run that has ended: of the same instant it is a cause too, else it comes too late. */
function overrule(
  fold: LeadFold,
  record: RunRecord,
  event: ExitedEvent,
  end: EndNote,
  at: number
): void {
  if (prevails(fold, record, event, end, at)) {
    record.ends.push(end);
    if (endOfRun(record)?.causes[0]?.event === event.id) fold.runs.stayAway(record.run);
  } else fold.note('afterEnd', event, { other: record.endedBy?.id ?? null });
}

/**
 * Stops absorb: one of the very instant in which the run ended counts by its rank, and so does one
 * whose author did not know of the end (ENG-72).
 */
function prevails(
  fold: LeadFold,
  record: RunRecord,
  event: ExitedEvent | OptedOutEvent,
  { cause }: EndNote,
  at: number
): boolean {
  const end = endOfRun(record);
  if (!end) return false;
  if (end.at === at) return true;
  const { endedBy } = record;
  return (
    rankOfCause(cause) < rankOfCause(end.cause) &&
    endedBy !== null &&
    event.parents.length > 0 &&
    fold.history.ancestry.concurrent(endedBy, event)
  );
}

import { rankOfCause } from '../end-cause';
import type { Input } from '../input';
import { refusal } from '../lead-runs/admission';
import { BY_HANDLER, holders } from '../lead-runs/holds';
import type { LeadRun } from '../lead-runs/lead-run';
import type { MergedEvent } from '../merge';
import { isOutcome, sameOutcome, stepOf, type OutcomeEvent } from '../merge/outcomes';
import type { Refusal } from '../refusal';
import { endOfRun } from './end-of-run';
import type { LeadFold } from './lead-fold';
import type { RunRecord } from './run-record';
import { stepInput } from './steps';

/** A step was completed, skipped, approved or refused. */
export function applyOutcome(
  fold: LeadFold,
  event: OutcomeEvent,
  at: number,
  standing: MergedEvent['standing']
): void {
  if (standing === 'yields') return heed(fold, event, at);
  const record = fold.record(event);
  if (!record) return;
  const { run } = record;
  if (standing === 'activity') return fold.addActivity(record, event, at);
  const earlier = record.settledBy.get(event.step);
  if (earlier) {
    const same = isOutcome(earlier) ? sameOutcome(earlier, event) : event.kind === 'completed';
    const settled = fold.history.resolved.has(stepOf(event));
    heed(fold, event, at);
    return fold.note(same ? 'duplicate' : 'conflict', event, { other: earlier.id, settled });
  }
  if (!run.running) return tooLate(fold, record, event, at);
  const thaw = run.paused && pausedUnknowingly(fold, record, event, at);
  if (thaw) fold.runs.apply(run, { type: 'resume', at });
  take(fold, record, event, at);
  if (thaw) fold.runs.standStill(run, at);
}

/** An outcome that lost: whoever else was heard, a lead that wants no more is left alone until a person decides. */
function heed(fold: LeadFold, event: OutcomeEvent, at: number): void {
  if (event.kind !== 'completed' || fold.history.resolved.has(stepOf(event))) return;
  const run = fold.records.get(event.enrollment)?.run;
  const said = run?.program.dispositions.find(({ id }) => id === event.disposition);
  if (said?.optOut && !run?.frozen) fold.runs.optOut(at);
}

function take(fold: LeadFold, record: RunRecord, event: OutcomeEvent, at: number): void {
  const { run } = record;
  const fields = event.kind === 'completed' ? event.fields : undefined;
  const step = withFields(run, fields, () =>
    stepInput(run, event.step, (token) => inputOf(run, event, token, at))
  );
  if (!step.ok) {
    const { refusal, missed } = step;
    const offPath = missed && isOffPath(fold, record, event, at);
    return fold.note(offPath ? 'offPath' : missed ? 'notOpen' : 'refused', event, { refusal });
  }
  fold.noteFields(event, fields);
  record.settledBy.set(event.step, event);
  fold.runs.apply(run, step.input, fields);
}

/** Asks something of a run as if its lead had these fields. */
function withFields<T>(
  run: LeadRun,
  fields: LeadRun['state']['fields'] | undefined,
  ask: () => T
): T {
  const { state } = run;
  const before = state.fields;
  if (fields) state.fields = { ...before, ...fields };
  const answer = ask();
  state.fields = before;
  return answer;
}

/** The run has ended: whoever did not know that somebody stopped it was at least active. */
function tooLate(fold: LeadFold, record: RunRecord, event: OutcomeEvent, at: number): void {
  const { endedBy } = record;
  if (record.run.frozen) return;
  const end = endOfRun(record);
  const absorbing =
    endedBy !== null && end !== null && rankOfCause(end.cause) <= rankOfCause('goal');
  if (!absorbing || !fold.history.ancestry.concurrent(endedBy, event))
    return fold.note('afterEnd', event, { other: endedBy?.id ?? null });
  fold.note('afterStop', event, { other: endedBy.id });
  fold.addActivity(record, event, at);
}

/** Whether what the author saw was undone by something they did not know of. */
function isOffPath(fold: LeadFold, { run }: RunRecord, event: OutcomeEvent, at: number): boolean {
  return fold.history.events.some(
    (other) =>
      other.at <= at &&
      other.standing !== 'yields' &&
      'enrollment' in other.event &&
      other.event.enrollment === run.key &&
      !fold.refused.has(other.event.id) &&
      fold.history.ancestry.concurrent(other.event, event)
  );
}

/** Work done before word of the pause came counts: the run takes it and stands still again. */
function pausedUnknowingly(
  fold: LeadFold,
  { run, pausedBy }: RunRecord,
  event: OutcomeEvent,
  at: number
): boolean {
  return holders(run, at).every((id) => {
    const merged = fold.history.events.find((each) => each.event.id === id);
    const pause = id === BY_HANDLER ? pausedBy : merged?.event;
    return pause ? fold.history.ancestry.concurrent(pause, event) : false;
  });
}

function inputOf(run: LeadRun, event: OutcomeEvent, token: number, at: number): Input | Refusal {
  switch (event.kind) {
    case 'skipped':
      return { type: 'skip', at, token };
    case 'approved':
      return { type: 'approve', at, token };
    case 'refused':
      return { type: 'refuse', at, token };
    case 'completed': {
      const { disposition: id, checklist, until } = event;
      const disposition = run.program.dispositions.findIndex((one) => one.id === id);
      if (id !== undefined && disposition < 0) return refusal('disposition');
      return {
        ...{ type: 'complete', at, token, disposition },
        ...(checklist === undefined ? {} : { checklist }),
        ...(until === undefined ? {} : { until })
      };
    }
  }
}

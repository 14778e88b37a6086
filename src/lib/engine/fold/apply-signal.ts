import type { SetEvent, SignalEvent, StepKey } from '$lib/domain';
import { refusal as refusalFor } from '../lead-runs/admission';
import { NO_DISPOSITION, STATUS } from '../state';
import { openSteps } from '../step-keys';
import type { LeadFold } from './lead-fold';
import type { RunRecord } from './run-record';
import { parseStep, stepInput } from './steps';

/** The lead or another system did something: told to one run, or to all and to those that wait for it. */
export function applySignal(fold: LeadFold, event: SignalEvent, at: number): void {
  const { enrollment, step, signal, fields } = event;
  const record = enrollment === undefined ? null : fold.record({ ...event, enrollment });
  if (enrollment !== undefined && !record) return;
  fold.noteFields(event, fields);
  fold.runs.setFields(fields ?? {}, at);
  if (record && step !== undefined) {
    const { running, state } = record.run;
    const isOver = state.status === STATUS.ended && !record.run.frozen;
    if (signal === 'bounce' && (running || isOver)) bounce(fold, record, event, step, at);
    if (signal === 'sent' && running) sent(fold, record, event, step, at);
  }
  fold.runs.signal(signal, at, record?.run ?? null);
}

/** The touch did not arrive: it no longer counts. */
function bounce(
  fold: LeadFold,
  record: RunRecord,
  event: SignalEvent,
  step: StepKey,
  at: number
): void {
  const { run } = record;
  const made = record.settledBy.get(step);
  const place = parseStep(run.program, step);
  if (!made || made.kind === 'skipped' || made.kind === 'refused' || !place) {
    const refusal = {
      ...refusalFor(place ? 'notOpen' : 'unknownStep'),
      open: openSteps(run.program, run.state)
    };
    return fold.note('notOpen', event, { refusal });
  }
  if (record.bounced.has(step)) return;
  record.bounced.add(step);
  fold.runs.apply(run, { type: 'bounce', at, ...place });
}

/** What goes out by itself has gone out. */
function sent(
  fold: LeadFold,
  record: RunRecord,
  event: SignalEvent,
  step: StepKey,
  at: number
): void {
  const { run } = record;
  if (record.settledBy.has(step)) return;
  const isAutomatic = (token: number): boolean => {
    const pc = run.state.tokens[token]?.pc ?? -1;
    return run.program.tasks[run.program.arg[pc] ?? 0]?.automatic === true;
  };
  const asked = stepInput(run, step, (token) =>
    isAutomatic(token)
      ? { type: 'complete', at, token, disposition: NO_DISPOSITION }
      : refusalFor('notOpen')
  );
  if (!asked.ok)
    return fold.note(asked.missed ? 'notOpen' : 'refused', event, { refusal: asked.refusal });
  record.settledBy.set(step, event);
  fold.runs.apply(run, asked.input);
}

export function applySet(fold: LeadFold, event: SetEvent, at: number): void {
  const fields = { [event.field]: event.value };
  fold.noteFields(event, fields);
  fold.runs.setFields(fields, at);
}

import type { ReassignedEvent, SnoozedEvent } from '$lib/domain';
import type { Input } from '../input';
import type { LeadFold } from './lead-fold';
import { stepInput } from './steps';

/** The task is put off. */
export function applySnoozed(fold: LeadFold, event: SnoozedEvent, at: number): void {
  const { until } = event;
  change(fold, event, (token) => ({ type: 'snooze', at, token, until }));
}

/** The task goes to somebody, whose hours count from now on. */
export function applyReassigned(fold: LeadFold, event: ReassignedEvent, at: number): void {
  const hours = fold.input.people?.get(event.assignee) ?? null;
  const done = change(fold, event, (token) => ({ type: 'assign', at, token, hours }));
  if (done) fold.records.get(event.enrollment)?.assignees.set(event.step, event.assignee);
}

function change(
  fold: LeadFold,
  event: SnoozedEvent | ReassignedEvent,
  inputOf: (token: number) => Input
): boolean {
  const run = fold.runningRecord(event)?.run;
  if (!run) return false;
  const step = stepInput(run, event.step, inputOf);
  if (step.ok) fold.runs.apply(run, step.input);
  else fold.note(step.missed ? 'notOpen' : 'refused', event, { refusal: step.refusal });
  return step.ok;
}

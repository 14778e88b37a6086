import { TOUCH, type Touch, type TouchLog } from '../touch-log';
import { makeFirst } from '../touches';
import type { LeadRun } from './lead-run';

/** What was made in one run is part of the others' history (ENG-83). */
export function shareTouch(runs: readonly LeadRun[], from: LeadRun, touch: Touch): void {
  from.touches.push(touch);
  for (const other of runs) {
    if (other === from || !other.running) continue;
    const { state } = other;
    if (state.history) state.history.push(touch);
    else state.history = [touch];
    other.stale = true;
  }
}

/** A touch that did not arrive counts nowhere any more. */
export function bounceTouch(
  runs: readonly LeadRun[],
  from: LeadRun,
  pc: number,
  visit: number
): void {
  const touch = from.touches.find((one) => one.pc === pc && one.visit === visit);
  if (!touch) return;
  touch.outcome = TOUCH.bounced;
  if (!touch.followUp) makeFirst(from.touches);
  for (const other of runs) if (other !== from && other.running) other.stale = true;
}

/** Touches of all runs but one, as they were made; null: there are none. */
export function touchesOfOthers(runs: readonly LeadRun[], run: LeadRun | null): TouchLog | null {
  if (!runs.some((other) => other !== run && other.touches.length > 0)) return null;
  const touches = runs.flatMap((other) => (other === run ? [] : other.touches));
  return touches.length === 0 ? null : touches.sort((a, b) => a.at - b.at);
}

import { unreachable } from '$lib/util';
import type { MergedEvent } from '../merge';
import { applyEnrolled } from './apply-enrolled';
import { applyExited, applyOptedOut, applyPaused, applyResumed } from './apply-stops';
import { applyMigrated } from './apply-migrated';
import { applyMoved } from './apply-moved';
import { applyOutcome } from './apply-outcome';
import { applySet, applySignal } from './apply-signal';
import { applyReassigned, applySnoozed } from './apply-task-change';
import type { LeadFold } from './lead-fold';

/** What each kind of event does. Whatever is not allowed is noted and does nothing (ENG-77). */
export function applyEvent(fold: LeadFold, merged: MergedEvent): void {
  const { event, at, standing } = merged;
  switch (event.kind) {
    case 'enrolled':
      return applyEnrolled(fold, event, at);
    case 'completed':
    case 'skipped':
    case 'approved':
    case 'refused':
      return applyOutcome(fold, event, at, standing);
    case 'snoozed':
      return applySnoozed(fold, event, at);
    case 'reassigned':
      return applyReassigned(fold, event, at);
    case 'signal':
      return applySignal(fold, event, at);
    case 'set':
      return applySet(fold, event, at);
    case 'moved':
      return applyMoved(fold, event, at);
    case 'paused':
      return applyPaused(fold, event, at);
    case 'resumed':
      return applyResumed(fold, event, at);
    case 'exited':
      return applyExited(fold, event, at, standing);
    case 'optedOut':
      return applyOptedOut(fold, event, at, standing);
    case 'migrated':
      return applyMigrated(fold, event, at);
    // What these do was done when the history was merged.
    case 'corrected':
    case 'resolved':
    case 'acknowledged':
      return;
    default:
      return unreachable(event);
  }
}

import { msOf, type CadenceControl, type EventId, type Instant } from '$lib/domain';
import { applyEvent } from './fold/apply-event';
import { enrollmentView } from './fold/enrollment-view';
import type { FoldInput } from './fold/fold-input';
import { LeadFold } from './fold/lead-fold';
import type { LeadRuns } from './lead-runs';
import type { LeadState } from './lead-state';
import { merge, type MergedHistory } from './merge';
import { compareText } from './merge/order';
import { noticeId, type Notice } from './notice';

export type { FoldInput } from './fold/fold-input';

/** Events that win over others are looked at again when they turn out not to be allowed; at most so often. */
const TRIES = 8;

/**
 * State of a lead and all its enrollments at `now`: a pure function of its arguments, from what was
 * known then. Timers are virtual: they fire at their computed instants between the events. Never
 * throws on events, however odd.
 */
export function foldLead(input: FoldInput, now: Instant): LeadState {
  const fold = foldUntil(input, now);
  const { runs, records } = fold;
  return {
    lead: { ...input.lead, fields: runs.fields },
    optedOut: runs.optedOut,
    enrollments: [...records.values()]
      .sort((a, b) => compareText(a.run.key, b.run.key))
      .map(enrollmentView),
    upcoming: [...runs.upcoming].sort((a, b) => a.at - b.at || compareText(a.from, b.from)),
    notices: settled(fold.history, fold.notices)
  };
}

/** The runs of a lead as they are at `now`, to be asked or led on. */
export function leadRunsAt(input: FoldInput, now: Instant): LeadRuns {
  return foldUntil(input, now).runs;
}

function foldUntil(input: FoldInput, now: Instant): LeadFold {
  const known = input.events.filter(({ t }) => msOf(t) <= now);
  const controls = (input.controls ?? []).filter(({ at }) => at <= now).sort(compareControls);
  const barred = new Set<EventId>();
  for (let left = TRIES; ; left--) {
    const history = merge(known, barred);
    const fold = new LeadFold(input, history);
    run(fold, history, controls, now);
    const wrong = [...fold.refused].filter((id) => history.prevailing.has(id));
    if (wrong.length === 0 || left === 0) return fold;
    for (const id of wrong) barred.add(id);
  }
}

function run(
  fold: LeadFold,
  { events }: MergedHistory,
  controls: readonly CadenceControl[],
  now: Instant
): void {
  let next = 0;
  const controlUntil = (at: number): void => {
    for (; next < controls.length; next++) {
      const control = controls[next];
      if (!control || control.at > at) return;
      fold.control(control);
    }
  };
  for (const merged of events) {
    controlUntil(merged.at);
    fold.apply(merged, applyEvent);
  }
  controlUntil(now);
  fold.runTo(now);
}

function compareControls(a: CadenceControl, b: CadenceControl): number {
  return a.at - b.at || compareText(a.cadence, b.cadence) || compareText(a.verb, b.verb);
}

/** All notices in the order of their events, with those that somebody has read. */
function settled(history: MergedHistory, notices: readonly Notice[]): readonly Notice[] {
  const all = [...history.notices, ...notices];
  if (all.length < 2 && history.acknowledged.size === 0) return all;
  return all
    .map((notice) =>
      history.acknowledged.has(noticeId(notice)) ? { ...notice, settled: true } : notice
    )
    .sort((a, b) => compareText(clockOf(a), clockOf(b)) || compareText(noticeId(a), noticeId(b)));
}

/** The clock's reading at the end of an event's id. */
function clockOf({ event }: Notice): string {
  return event.slice(event.lastIndexOf('.') + 1);
}

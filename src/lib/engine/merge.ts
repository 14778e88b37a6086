import {
  msOf,
  type EnrolledEvent,
  type EnrollmentKey,
  type EventId,
  type LeadEvent
} from '$lib/domain';
import { Ancestry } from './merge/ancestry';
import { corrections } from './merge/corrections';
import { compareEvents, isReadable } from './merge/order';
import { sameOutcome, stepOf, yielding, isOutcome } from './merge/outcomes';
import { isStop, takenBack, unknowing } from './merge/stops';
import { unique } from './merge/unique';
import { noticeOf, type Notice } from './notice';

/** One event of the merged history, and how it counts. */
export interface MergedEvent {
  readonly event: LeadEvent;
  /** When it counts: at its own instant, or at that of the event it stands in for. */
  readonly at: number;
  /**
   * `activity`: it happened, but its author did not know that the run was stopped: it moves nothing.
   * `paused`: a stop that was taken back; it held the run until then. `yields`: another outcome of its
   * step counts.
   */
  readonly standing: 'counts' | 'activity' | 'paused' | 'yields';
}

export interface MergedHistory {
  readonly events: readonly MergedEvent[];
  readonly notices: readonly Notice[];
  readonly ancestry: Ancestry;
  /** The first `enrolled` event of each key. */
  readonly enrolled: ReadonlyMap<EnrollmentKey, EnrolledEvent>;
  /** Steps (`stepOf`) whose competing outcomes a person has decided about. */
  readonly resolved: ReadonlySet<string>;
  /** Ids (`noticeId`) of what somebody has read. */
  readonly acknowledged: ReadonlySet<string>;
  /** Stops and outcomes that made others yield: not to be, should they turn out not to be allowed. */
  readonly prevailing: ReadonlySet<EventId>;
}

/**
 * The events of a lead as one history (ENG-70…76). Insensitive to the order and grouping in which
 * they arrived. `barred`: events found not to be allowed: they stop nothing and win over nothing.
 */
export function merge(
  arrived: readonly LeadEvent[],
  barred: ReadonlySet<EventId> = new Set()
): MergedHistory {
  const { byId, variants } = unique(arrived);
  const all = [...byId.values()].sort(compareEvents);
  const ancestry = new Ancestry(byId);
  const fixed = corrections(all.filter(isReadable), byId);
  const standing = all.filter(({ id }) => !fixed.void.has(id));
  const readable = standing.filter(isReadable);
  const effective = readable.filter(({ id }) => !barred.has(id));

  const revoked = takenBack(effective);
  const stoppedBy = unknowing(effective, revoked, ancestry);
  const moving = effective.filter(({ id }) => !stoppedBy.has(id));
  const yields = yielding(moving, ancestry);

  const resolved = new Set<string>();
  const acknowledged = new Set<string>();
  const enrolled = new Map<EnrollmentKey, EnrolledEvent>();
  for (const event of readable)
    if (event.kind === 'resolved') resolved.add(stepOf(event));
    else if (event.kind === 'acknowledged') acknowledged.add(event.notice);
    else if (event.kind === 'enrolled' && !enrolled.has(event.enrollment))
      enrolled.set(event.enrollment, event);

  const notices: Notice[] = variants.map((id) => noticeOf('variant', { id }));
  for (const correction of fixed.foreign)
    notices.push(noticeOf('notYours', correction, { other: correction.ref }));
  for (const event of readable.filter(isOutcome)) {
    const stop = stoppedBy.get(event.id);
    if (stop) notices.push(noticeOf('afterStop', event, { other: stop.id }));
    const winner = yields.get(event.id);
    if (!winner) continue;
    const code = sameOutcome(event, winner) ? 'duplicate' : 'conflict';
    const settled = resolved.has(stepOf(event));
    notices.push(noticeOf(code, event, { other: winner.id, settled }));
  }

  const place = (event: LeadEvent): LeadEvent => fixed.placeOf.get(event.id) ?? event;
  const events = standing
    .sort((a, b) => compareEvents(place(a), place(b)) || compareEvents(a, b))
    .map((event): MergedEvent => {
      const pausing = isStop(event) && revoked.has(event.id);
      const at = msOf(place(event).t);
      if (yields.has(event.id)) return { event, at, standing: 'yields' };
      const standing = stoppedBy.has(event.id) ? 'activity' : pausing ? 'paused' : 'counts';
      return { event, at, standing };
    });
  const prevailing = new Set([...yields.values(), ...stoppedBy.values()].map(({ id }) => id));
  return { events, notices, ancestry, enrolled, resolved, acknowledged, prevailing };
}

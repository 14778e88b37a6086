import type { EnrollmentKey, EventId } from '$lib/domain';
import type { Refusal } from './refusal';

export type NoticeCode =
  /** The same task was completed twice with the same disposition; one counts. Quiet. */
  | 'duplicate'
  /** The same task was completed twice with different dispositions; a person should decide. */
  | 'conflict'
  /** The step was not open: the event is kept and does nothing. */
  | 'notOpen'
  /** It was not allowed: the event is kept and does nothing; see `refusal`. */
  | 'refused'
  /** Recorded by somebody who did not know that the run was stopped: counts as activity, goes no further. */
  | 'afterStop'
  /** Recorded after the run had ended: kept, counts for nothing in the run. */
  | 'afterEnd'
  /** What its author saw was undone by something not known to them: the event is kept and does nothing. */
  | 'offPath'
  /** The lead was enrolled twice under one key; the earlier one counts. */
  | 'enrolledTwice'
  /** One field was set to different values by people who did not know of each other; the later counts. */
  | 'fieldConflict'
  /** An event for an enrollment that nobody began. */
  | 'unknownEnrollment'
  /** The pinned version is not on this device. */
  | 'unknownVersion'
  /** Two different events carry one id: the log was changed outside the app. Both are kept. */
  | 'variant'
  /** Somebody tried to take back what was not theirs: the event does nothing. */
  | 'notYours'
  /** Made by a newer app: the enrollment is frozen until this one is updated. */
  | 'newerApp';

/** Something a person should know about the events themselves. Never an exception. */
export interface Notice {
  readonly code: NoticeCode;
  readonly event: EventId;
  /** The event it disagrees with, where there is one. */
  readonly other: EventId | null;
  readonly enrollment: EnrollmentKey | null;
  readonly refusal: Refusal | null;
  /** Somebody has read it or decided. */
  readonly settled: boolean;
}

/** A notice about an event, with the parts that are not the same in all. */
export function noticeOf(
  code: NoticeCode,
  event: { readonly id: EventId; readonly enrollment?: EnrollmentKey },
  rest: Partial<Pick<Notice, 'other' | 'enrollment' | 'refusal' | 'settled'>> = {}
): Notice {
  const enrollment = event.enrollment ?? null;
  return { code, event: event.id, other: null, enrollment, refusal: null, settled: false, ...rest };
}

/** What an `acknowledged` event names: the same on every device. */
export function noticeId({ code, event }: Notice): string {
  return `${code}:${event}`;
}

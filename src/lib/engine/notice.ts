import type { EnrollmentKey, EventId } from '$lib/domain';

export type NoticeCode =
  /** The same task was completed twice with the same disposition; one counts. */
  | 'duplicate'
  /** The same task was completed twice with different dispositions; the earlier one counts. */
  | 'conflict'
  /** The step was not open: the event is kept and does nothing. */
  | 'notOpen'
  /** Recorded after the run had ended: kept, counts for nothing in the run. */
  | 'afterEnd'
  /** The lead was enrolled twice under one key; the earlier one counts. */
  | 'enrolledTwice'
  /** An event for an enrollment that nobody began. */
  | 'unknownEnrollment'
  /** The pinned version is not on this device. */
  | 'unknownVersion'
  /** Made by a newer app: the enrollment is frozen until this one is updated. */
  | 'newerApp';

/** Something a person should know about the events themselves. Never an exception. */
export interface Notice {
  readonly code: NoticeCode;
  readonly event: EventId;
  readonly enrollment: EnrollmentKey | null;
}

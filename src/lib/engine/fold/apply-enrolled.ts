import type { EnrolledEvent } from '$lib/domain';
import { LeadRun } from '../lead-runs/lead-run';
import type { LeadFold } from './lead-fold';

/** Begins an enrollment, or confirms one that began by itself. */
export function applyEnrolled(fold: LeadFold, event: EnrolledEvent, at: number): void {
  const { enrollment: key, cadence, version, startAt, fields } = event;
  const first = fold.history.enrolled.get(key);
  const known = fold.records.get(key);
  if (known) {
    const confirms = known.run.cause !== 'person' && first === event;
    known.recorded = true;
    if (!confirms) return fold.note('enrolledTwice', event, { other: first?.id ?? null });
    fold.noteFields(event, fields);
    return fold.runs.setFields(fields ?? {}, at);
  }
  const begun = fold.runs.enroll({
    cadence,
    at,
    cause: 'person',
    key,
    version,
    ...(startAt === undefined ? {} : { startAt }),
    ...(fields === undefined ? {} : { fields })
  });
  if (begun instanceof LeadRun) {
    fold.noteFields(event, fields);
    return;
  }
  const program = fold.input.programs.get(version);
  if (begun.code === 'optedOut' && program) fold.runs.enrollStopped(program, key, at);
  const code =
    begun.code === 'unknownVersion'
      ? 'unknownVersion'
      : begun.code === 'unknownStep'
        ? 'notOpen'
        : 'refused';
  fold.note(code, event, { refusal: begun });
}

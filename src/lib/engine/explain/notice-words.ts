import type { EnrollmentKey, LeadEvent, StepKey } from '$lib/domain';
import type { Program } from '$lib/program';
import type { Notice } from '../notice';
import { nodeName, signalWords, splitStep } from './names';
import { quoted, sentenceOf } from './phrases';
import { sayRefusal } from './refusal-words';

/** What the words of a notice are taken from. */
export interface NoticeContext {
  readonly events: readonly LeadEvent[];
  /** The program of an enrollment, where it is at hand. */
  readonly programOf: (enrollment: EnrollmentKey) => Program | null;
}

/** A notice as one sentence: who did what, and what became of it. */
export function describeNotice(notice: Notice, context: NoticeContext): string {
  const program = notice.enrollment === null ? null : context.programOf(notice.enrollment);
  const event = context.events.find(({ id }) => id === notice.event) ?? null;
  const other = context.events.find(({ id }) => id === notice.other) ?? null;
  const what = event ? `${whoOf(event)} ${deedOf(event, program)}` : 'somebody recorded something';
  return sentenceOf(clauseOf(notice, what, event, other, program));
}

function clauseOf(
  notice: Notice,
  what: string,
  event: LeadEvent | null,
  other: LeadEvent | null,
  program: Program | null
): string {
  const rival = other ? `${whoOf(other)} ${deedOf(other, program)}` : 'somebody else did';
  switch (notice.code) {
    case 'duplicate':
      return `${what} once more; it counts once`;
    case 'conflict':
      return `${what}, but ${rival}: somebody should decide which counts`;
    case 'notOpen':
      return `${what}, but it was not open: the record is kept and changes nothing`;
    case 'refused':
      return isElsewhere(notice, event)
        ? `${what}, and what was to follow in ${program ? quoted(program.name) : 'another cadence'} could not begin${reasonOf(notice, null, program)}`
        : `${what}, which was not allowed${reasonOf(notice, event, program)}`;
    case 'afterStop':
      return `${what} without knowing that the lead had been taken out: it counts as activity only`;
    case 'afterEnd':
      return `${what} after the enrollment had ended: the record is kept and changes nothing`;
    case 'offPath':
      return `${what}, but the lead had gone another way by a record that was not known then: this one is kept and changes nothing`;
    case 'enrolledTwice':
      return `${what} again under the same key; the earlier enrollment counts`;
    case 'fieldConflict':
      return `${what}, and ${rival} without knowing of it; the later value counts`;
    case 'unknownEnrollment':
      return `${what} in an enrollment that nobody began`;
    case 'unknownVersion':
      return `${what} in a version that is not on this device, or has errors`;
    case 'variant':
      return `${what}, and another record has the same id: the log was changed outside the app; both are kept`;
    case 'notYours':
      return `${what}, which was somebody else’s: nothing is taken back`;
    case 'newerApp':
      return `${what} with a newer app: the enrollment is frozen until this one is updated`;
  }
}

/** The event itself was followed; what it led to in another cadence was not. */
function isElsewhere({ enrollment }: Notice, event: LeadEvent | null): boolean {
  return event !== null && 'enrollment' in event && event.enrollment !== enrollment;
}

function reasonOf(notice: Notice, event: LeadEvent | null, program: Program | null): string {
  if (!notice.refusal) return '';
  const step = event && 'step' in event ? event.step : undefined;
  const node = event?.kind === 'moved' ? event.to : step && splitStep(step).node;
  const subject = node === undefined ? 'it' : program ? nodeName(program, node) : quoted(node);
  const told = sayRefusal(notice.refusal, { program, subject, actions: [], earliest: null });
  return `: ${told.charAt(0).toLowerCase()}${told.slice(1, -1)}`;
}

/** `rita` of `rita.k3j9x2m4ab`. */
function whoOf({ author }: LeadEvent): string {
  return author.split('.')[0] || 'somebody';
}

function deedOf(event: LeadEvent, program: Program | null): string {
  const step = (key: StepKey): string => {
    const { node } = splitStep(key);
    return program ? nodeName(program, node) : quoted(node);
  };
  switch (event.kind) {
    case 'enrolled':
      return `enrolled the lead${program ? ` in ${quoted(program.name)}` : ''}`;
    case 'completed': {
      const { disposition } = event;
      if (disposition === undefined) return `completed ${step(event.step)}`;
      const name = program?.dispositions.find(({ id }) => id === disposition)?.name ?? disposition;
      return `completed ${step(event.step)} as ${quoted(name)}`;
    }
    case 'skipped':
      return `skipped ${step(event.step)}`;
    case 'snoozed':
      return `put ${step(event.step)} off`;
    case 'reassigned':
      return `gave ${step(event.step)} to ${event.assignee}`;
    case 'approved':
      return `approved ${step(event.step)}`;
    case 'refused':
      return `refused ${step(event.step)}`;
    case 'signal':
      return `recorded the signal ${quoted(signalWords(event.signal))}`;
    case 'set':
      return `set ${program?.fields.find(({ id }) => id === event.field)?.name ?? event.field}`;
    case 'moved':
      return `moved the lead to ${program ? nodeName(program, event.to) : quoted(event.to)}`;
    case 'paused':
      return 'paused the enrollment';
    case 'resumed':
      return 'resumed the enrollment';
    case 'exited':
      return 'took the lead out';
    case 'migrated':
      return 'moved the enrollment to another version';
    case 'corrected':
      return 'took a record back';
    case 'resolved':
      return `decided about ${step(event.step)}`;
    case 'optedOut':
      return 'recorded that the lead wants no contact';
    case 'acknowledged':
      return 'read a notice';
    default:
      return 'recorded something';
  }
}

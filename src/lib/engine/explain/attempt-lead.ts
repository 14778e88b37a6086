import type { Instant, LeadEvent } from '$lib/domain';
import type { Program } from '$lib/program';
import type { Attempt, ExplainedRefusal, Verdict } from '../explanation';
import { foldLead, leadRunsAt, type FoldInput } from '../fold';
import type { LeadState } from '../lead-state';
import type { Notice, NoticeCode } from '../notice';
import type { Refusal, RefusalCode } from '../refusal';
import { bareRefusal, explainRefusal } from './explained-refusal';
import { splitStep } from './names';
import { subjectOf } from './subject';
import { eventsUntil, trialEvent } from './trial-event';

/**
 * Whether something may be recorded at `now`. The lead is folded with the event that would be written,
 * so that what is said here is what happens when it is written (ENG-130).
 */
export function attemptLead(input: FoldInput, now: Instant, attempt: Attempt): Verdict {
  const events = eventsUntil(input.events, now);
  const past = { ...input, events };
  const before = foldLead(past, now);
  const refusal = standingRefusal(before, attempt);
  if (refusal) return refused(past, now, attempt, refusal);
  const event = trialEvent(attempt, events, before, now);
  const after = foldLead({ ...past, events: [...events, event] }, now);
  const notice = after.notices.find((each) => isAbout(each, event));
  return notice ? refused(past, now, attempt, refusalOf(notice)) : { allowed: true };
}

/** Whether it says that the event does nothing; not what followed of it elsewhere, where it was followed. */
function isAbout({ event, enrollment, code }: Notice, trial: LeadEvent): boolean {
  const key = 'enrollment' in trial ? trial.enrollment : null;
  return event === trial.id && enrollment === key && code !== 'fieldConflict';
}

/** What needs no trial: the enrollment takes nothing more, whatever it is. */
function standingRefusal({ enrollments, optedOut }: LeadState, attempt: Attempt): Refusal | null {
  if (attempt.type === 'enroll') return null;
  const enrollment = enrollments.find(({ key }) => key === attempt.enrollment);
  if (!enrollment) return bare('unknownEnrollment');
  const { status, end } = enrollment;
  if (status === 'frozen') return bare('frozen');
  if (status === 'runaway') return bare('ended');
  if (!end) return null;
  return bare(optedOut && end.cause === 'optedOut' ? 'optedOut' : 'ended');
}

function bare(code: RefusalCode): Refusal {
  return { code, unmet: [], open: [], from: null };
}

const CODE_OF: Readonly<Record<NoticeCode, RefusalCode>> = {
  duplicate: 'alreadyDone',
  conflict: 'alreadyDone',
  notOpen: 'notOpen',
  refused: 'requirements',
  afterStop: 'ended',
  afterEnd: 'ended',
  offPath: 'notOpen',
  enrolledTwice: 'excluded',
  fieldConflict: 'notOpen',
  unknownEnrollment: 'unknownEnrollment',
  unknownVersion: 'unknownVersion',
  variant: 'notOpen',
  notYours: 'notOpen',
  newerApp: 'frozen'
};

function refusalOf({ code, refusal }: Notice): Refusal {
  return refusal ?? bare(CODE_OF[code]);
}

function refused(input: FoldInput, now: Instant, attempt: Attempt, refusal: Refusal): Verdict {
  return { allowed: false, refusal: explained(input, now, attempt, refusal) };
}

function explained(
  input: FoldInput,
  now: Instant,
  attempt: Attempt,
  refusal: Refusal
): ExplainedRefusal {
  if (attempt.type === 'enroll') {
    const program = input.programs.get(attempt.version) ?? null;
    return bareRefusal(refusal, subjectOf(attempt, program), program);
  }
  const run = leadRunsAt(input, now).run(attempt.enrollment);
  if (!run) return bareRefusal(refusal, subjectOf(attempt, null), null);
  const { program, state, running } = run;
  const subject = subjectOf(attempt, program);
  if (!running) return bareRefusal(refusal, subject, program);
  return explainRefusal(refusal, subject, program, state, now, stepPc(program, attempt));
}

/** The instruction whose task is asked for; null: it is about none. */
function stepPc(program: Program, attempt: Attempt): number | null {
  if (!('step' in attempt)) return null;
  const pc = program.nodes.indexOf(splitStep(attempt.step).node);
  return pc < 0 ? null : pc;
}

import type { Program } from '$lib/program';
import type { HelpfulAction } from '../explanation';
import type { Refusal, Unmet } from '../refusal';
import { sayNeed, sayProgress } from './fact-words';
import { nodeName, splitStep } from './names';
import { listOf, quoted, sentenceOf } from './phrases';
import { sayInstant } from './times';

/** What is missing, each with its progress: `emails 1 of 2, calls 0 of 1`. */
export function sayUnmet(program: Program, unmet: readonly Unmet[]): string {
  const conditions = unmet.filter(isCondition).flatMap((each) => progressWords(program, each));
  const items = unmet.filter(({ source }) => source === 'checklist');
  const fields = unmet.filter(({ source }) => source === 'field');
  const parts = [
    ...conditions,
    ...(items.length > 0 ? [`not ticked: ${listOf(items.map(({ text }) => quoted(text)))}`] : []),
    ...(fields.length > 0 ? [`not filled in: ${listOf(fields.map(({ text }) => text))}`] : [])
  ];
  return [...new Set(parts)].join(', ');
}

function isCondition({ source }: Unmet): boolean {
  return source !== 'checklist' && source !== 'field';
}

function progressWords(program: Program, { progress, text }: Unmet): readonly string[] {
  const open = progress.filter(({ met }) => !met);
  return open.length > 0 ? open.map((each) => sayProgress(program, each)) : [text];
}

/** `2 follow-up emails and 1 call`, where all that is missing are counts; else null. */
function sayNeeds(unmet: readonly Unmet[]): string | null {
  const open = unmet.flatMap(({ progress }) => progress.filter(({ met }) => !met));
  const needs = open.map(sayNeed).filter((need) => need !== null);
  const counted = unmet.every(({ progress }) => progress.length > 0);
  return counted && needs.length > 0 && needs.length === open.length
    ? listOf([...new Set(needs)])
    : null;
}

/** `; earliest Tue 24 Nov 09:00`; nothing where it is not known, or can be seen to at once. */
export function sayEarliest(
  program: Program,
  earliest: number | null,
  unmet: readonly Unmet[]
): string {
  return earliest === null || !unmet.some(isCondition)
    ? ''
    : `; earliest ${sayInstant(program.calendar, earliest)}`;
}

/** What a refusal is told of: the thing that was asked for, and how to help. */
export interface RefusalContext {
  /** Null where the version is not at hand. */
  readonly program: Program | null;
  /** `Not interested`, `“Send contract”`: what was asked for, as the beginning of a sentence. */
  readonly subject: string;
  readonly actions: readonly HelpfulAction[];
  readonly earliest: number | null;
}

/** One plain sentence for a refusal of any code. */
export function sayRefusal(refusal: Refusal, context: RefusalContext): string {
  return sentenceOf(clauseOf(refusal, context));
}

function clauseOf({ code, unmet, open, from }: Refusal, context: RefusalContext): string {
  const { program, subject } = context;
  const until = program && from !== null ? sayInstant(program.calendar, from) : null;
  const missing = program ? sayUnmet(program, unmet) : unmet.map(({ text }) => text).join(', ');
  switch (code) {
    case 'notOpen':
      return open.length > 0
        ? `${subject} is not open: ${openNames(program, open)} ${open.length === 1 ? 'comes' : 'come'} first`
        : `${subject} is not open yet${until ? `: it opens ${until}` : ''}`;
    case 'alreadyDone':
      return `${subject} is settled already`;
    case 'unknownStep':
      return `this cadence has no step ${subject}`;
    case 'disposition':
      return `${subject} needs one of its own dispositions`;
    case 'incomplete':
      return `${subject} is not complete: ${missing}`;
    case 'needsApproval':
      return `only an approval settles this step`;
    case 'requirements':
      return requirementWords(unmet, missing, context);
    case 'unknownMove':
      return `this cadence has no such move`;
    case 'paused':
      return until ? `the enrollment is paused until ${until}` : 'the enrollment is paused';
    case 'ended':
      return 'the enrollment has ended';
    case 'optedOut':
      return 'the lead has opted out and must not be contacted';
    case 'frozen':
      return 'the enrollment is frozen until this app is updated';
    case 'notEligible':
      return `the lead cannot come in${missing ? `: ${missing}` : ''}`;
    case 'reEntry':
      return until
        ? `the lead can come in again from ${until}`
        : 'the lead has been in this cadence and does not come in again';
    case 'excluded':
      return 'the lead is in another cadence that allows no other beside it';
    case 'entriesStopped':
      return 'the cadence takes nobody new';
    case 'unknownVersion':
      return 'this version of the cadence is not on this device, or has errors';
    case 'unknownEnrollment':
      return 'the lead was not enrolled under this key';
  }
}

function requirementWords(
  unmet: readonly Unmet[],
  missing: string,
  { program, subject, earliest }: RefusalContext
): string {
  const when = program ? sayEarliest(program, earliest, unmet) : '';
  const needs = sayNeeds(unmet);
  return `${subject}${needs === null ? '' : ` needs ${needs}`}: ${missing}${when}`;
}

function openNames(program: Program | null, open: Refusal['open']): string {
  return listOf(
    open.map((step) => (program ? nodeName(program, splitStep(step).node) : quoted(step)))
  );
}

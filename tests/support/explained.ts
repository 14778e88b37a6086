/** Small stories of one lead, explained: for the tests of the engine's explanations. */
import type { CompiledCalendar, WorkCalendar } from '$lib/calendar';
import type { Cadence, CadenceNode, Requirement, Scalar } from '$lib/domain';
import {
  attemptLead,
  explainLead,
  type Attempt,
  type Explanation,
  type FoldInput,
  type Verdict
} from '$lib/engine';
import { cadenceOf, call, entry, exit } from './cadences';
import { programOf } from './files';
import { History, at, type EventParts } from './history';

/** Half past nine to half past five would do too; an instant of November 2026 in New York. */
export function november(text: string): number {
  const [day = '', time = ''] = text.split(' ');
  return at(`2026-11-${day}T${time}-05:00`);
}

export interface Told {
  readonly cadence: Cadence;
  /** `['20 10:00', {...}]`; the lead is enrolled at the first instant, before all else. */
  readonly events?: readonly (readonly [string, EventParts])[];
  readonly enrolled?: string;
  readonly fields?: Readonly<Record<string, Scalar>>;
  readonly people?: ReadonlyMap<string, CompiledCalendar>;
}

/** Key of the story's only enrollment. */
export function keyOf(cadence: Cadence): string {
  return `${cadence.id}~1`;
}

export function inputOf({ cadence, events = [], enrolled, fields = {}, people }: Told): FoldInput {
  const program = programOf(cadence);
  const history = new History();
  history.enroll(november(enrolled ?? '20 10:00'), cadence.id, program.version);
  for (const [when, parts] of events) history.add(november(when), parts);
  return {
    lead: { id: '01jd00000000000000000000zz', fields },
    events: history.events,
    programs: new Map([[program.version, program]]),
    ...(people ? { people } : {})
  };
}

export function explained(told: Told, now: string): readonly Explanation[] {
  return explainLead(inputOf(told), november(now));
}

/** The sentences alone. */
export function sentences(told: Told, now: string): readonly string[] {
  return explained(told, now).map(({ sentence }) => sentence);
}

export function attempted(told: Told, now: string, attempt: Attempt): Verdict {
  return attemptLead(inputOf(told), november(now), attempt);
}

/** The sentence of a refusal; `allowed` when there is none. */
export function refusalSentence(told: Told, now: string, attempt: Attempt): string {
  const verdict = attempted(told, now, attempt);
  return verdict.allowed ? 'allowed' : verdict.refusal.sentence;
}

/** A completed step of the story's enrollment. */
export function done(cadence: Cadence, step: string, disposition?: string): EventParts {
  const outcome = disposition === undefined ? {} : { disposition };
  return { kind: 'completed', enrollment: keyOf(cadence), step, ...outcome };
}

/** At least so many completed touches. */
export function atLeast(count: number, fact: string, text = `${count} ${fact}`): Requirement {
  return { id: fact.replace(/[^a-z]/g, '-'), text, when: { [fact]: { $gte: count } } };
}

const HOURS = [['09:00', '17:00']] as const;

/** Monday to Friday, nine to five, New York. */
export const OFFICE: WorkCalendar = {
  tz: 'America/New_York',
  week: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS }
};

/** The same, but for Monday 23 November. */
export const DAY_OFF: WorkCalendar = {
  ...OFFICE,
  exceptions: [{ from: '2026-11-23', to: '2026-11-23', kind: 'nonWorking', name: 'Town fair' }]
};

/** Start, a call, what is given, an end; Monday is a day off. */
export function withMiddle(middle: readonly CadenceNode[], rest: Partial<Cadence> = {}): Cadence {
  const nodes = [entry(), call('call', { name: 'First call' }), ...middle, exit('end')];
  const chain = ['call', ...middle.map(({ id }) => id), 'end'];
  const lines = chain.slice(1).map((id, index) => `${chain[index]} > ${id}`);
  return cadenceOf(nodes, ['start > call', ...lines], { calendar: DAY_OFF, ...rest });
}

/** The call was made on Friday 20 November at 16:00. */
export function afterCall(cadence: Cadence): Told {
  return { cadence, events: [['20 16:00', done(cadence, 'call#1')]] };
}

export const secondCall: CadenceNode = call('call-2', { name: 'Second call' });

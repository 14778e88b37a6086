/** What sound random cadences speak of: their fields, signals, dispositions, calendars, conditions. */
import fc, { type Arbitrary } from 'fast-check';
import type { WorkCalendar } from '$lib/calendar';
import type {
  Cadence,
  Channel,
  Condition,
  Delay,
  Disposition,
  Duration,
  LeadField,
  Parameter,
  Requirement
} from '$lib/domain';

export const SIGNALS = ['reply', 'bounce', 'meeting', 'payment'] as const;

export const FIELDS: readonly LeadField[] = [
  { id: 'name', name: 'Name', type: 'text' },
  { id: 'email', name: 'Email', type: 'text' },
  { id: 'phone', name: 'Phone', type: 'text' },
  { id: 'region', name: 'Region', type: 'choice', choices: ['north', 'south'] },
  { id: 'score', name: 'Score', type: 'number' },
  { id: 'vip', name: 'VIP', type: 'boolean' },
  { id: 'renewal', name: 'Renewal', type: 'date' },
  { id: 'timezone', name: 'Time zone', type: 'text' }
];

const quiet = { answered: false, sentiment: 'neutral' } as const;
const heard = { answered: true, sentiment: 'neutral' } as const;

/** One of each action, and of each flag. */
export const OUTCOMES: readonly Disposition[] = [
  { id: 'no-answer', name: 'No answer', ...quiet, action: 'advance' },
  { id: 'busy', name: 'Busy', ...quiet, action: 'retry', after: hours(2) },
  { id: 'call-back', name: 'Call back', ...heard, action: 'pause', after: hours(6) },
  { id: 'connected', name: 'Connected', ...heard, action: 'advance' },
  { id: 'no-show', name: 'No show', ...quiet, action: 'advance', missed: true },
  { id: 'bad-data', name: 'Bad data', ...quiet, sentiment: 'negative', action: 'block' },
  { id: 'interested', name: 'Yes', ...heard, sentiment: 'positive', action: 'finish', goal: true },
  { id: 'not-interested', name: 'No', ...heard, sentiment: 'negative', action: 'finish' },
  { id: 'stop', name: 'Stop', ...heard, sentiment: 'negative', action: 'block', optOut: true }
];

function hours(amount: number): Duration {
  return { amount, unit: 'businessHours' };
}

const PARAMETERS: readonly Parameter[] = [
  { id: 'gap1', name: 'Short gap', duration: hours(4) },
  { id: 'gap2', name: 'Long gap', duration: { amount: 2, unit: 'businessDays' } }
];

const WORK = [['09:00', '17:00']] as const;
const SPLIT = [
  ['08:00', '12:00'],
  ['13:00', '18:00']
] as const;
const ALWAYS = [['00:00', '24:00']] as const;

const BERLIN: WorkCalendar = {
  tz: 'Europe/Berlin',
  week: { mon: WORK, tue: WORK, wed: WORK, thu: WORK, fri: WORK },
  exceptions: [{ from: '2026-12-24', to: '2026-12-26', kind: 'nonWorking', name: 'Holidays' }]
};
const NEW_YORK: WorkCalendar = {
  tz: 'America/New_York',
  week: { mon: SPLIT, tue: SPLIT, thu: SPLIT, fri: SPLIT, sat: [['10:00', '12:00']] }
};
const NEVER_CLOSED: WorkCalendar = {
  tz: 'UTC',
  week: {
    mon: ALWAYS,
    tue: ALWAYS,
    wed: ALWAYS,
    thu: ALWAYS,
    fri: ALWAYS,
    sat: ALWAYS,
    sun: ALWAYS
  }
};

const DAYTIME = [['06:00', '22:00']] as const;

/** Long days, so that every team has an hour at which leads far away may be contacted. */
export const contactHours: WorkCalendar = {
  tz: 'Europe/Berlin',
  week: {
    mon: DAYTIME,
    tue: DAYTIME,
    wed: DAYTIME,
    thu: DAYTIME,
    fri: DAYTIME
  }
};

/** Few, so that tests compile each of them once. */
export const calendar = fc.constantFrom(BERLIN, NEW_YORK, NEVER_CLOSED);

/** From an hour to two weeks. */
export const gap: Arbitrary<Duration> = fc.oneof(
  duration('businessDays', 5),
  duration('businessHours', 12),
  duration('days', 14),
  duration('hours', 48)
);

function duration(unit: Duration['unit'], most: number): Arbitrary<Duration> {
  return fc.integer({ min: 1, max: most }).map((amount) => ({ amount, unit }));
}

export const delay: Arbitrary<Delay> = fc.oneof(
  { weight: 3, arbitrary: gap },
  { weight: 1, arbitrary: fc.constantFrom({ parameter: 'gap1' }, { parameter: 'gap2' }) }
);

/** The value now and then, else undefined. */
export function rarely<T>(value: Arbitrary<T>, oneIn = 5): Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: oneIn - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: value }
  );
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The object without the properties that are undefined. */
export function compact<T extends object>(value: T): Partial<Defined<T>> {
  const kept = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(kept) as Partial<Defined<T>>;
}

const small = fc.nat(4);

/** One comparison of a fact with something it can be. */
const comparison: Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('north', 'south').map((region) => ({ 'lead.region': region })),
  small.map((score) => ({ 'lead.score': { $gte: score } })),
  fc.boolean().map((vip) => ({ 'lead.vip': vip })),
  fc.constant({ 'lead.name': { $exists: true } }),
  fc.constantFrom('reply', 'meeting').map((signal) => ({ [`seen.${signal}`]: true })),
  fc
    .tuple(
      fc.constantFrom(
        'count.touches',
        'count.call.completed',
        'count.email.completed',
        'count.call.completed.followUp',
        'count.email.completed@lifetime',
        'count.call.completed@7bd',
        'count.touches@lifetime@2d',
        'count.call.attempted',
        'count.email.bounced',
        'count.enrollments',
        'visits.start'
      ),
      small
    )
    .map(([fact, least]) => ({ [fact]: { $gte: least + 1 } })),
  fc
    .constantFrom('seen.reply@lifetime', 'seen.meeting@3bd')
    .map((fact): Condition => ({ [fact]: true })),
  fc
    .tuple(
      fc.constantFrom(
        'days.enrolled',
        'days.sinceTouch',
        'days.inStage',
        'businessDays.enrolled',
        'businessDays.sinceTouch'
      ),
      small
    )
    .map(([fact, least]) => ({
      [fact]: { $gte: least + 1 }
    })),
  fc.constantFrom('connected', 'no-answer').map((id) => ({ 'last.disposition': id })),
  fc.subarray(['busy', 'no-answer', 'call-back'], { minLength: 1 }).map((ids) => ({
    'last.call.disposition': { $in: ids }
  }))
);

/** The first part about each fact. */
function ofEachFactOne(parts: readonly Condition[]): readonly Condition[] {
  const factOf = (part: Condition | undefined) => Object.keys(part ?? {})[0];
  return parts.filter((part, i) => parts.findIndex((each) => factOf(each) === factOf(part)) === i);
}

/** A comparison, or a few joined; never one that contradicts itself. */
export const condition: Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: comparison },
  {
    weight: 1,
    arbitrary: fc
      .array(comparison, { minLength: 1, maxLength: 3 })
      .chain((parts) =>
        fc.constantFrom<Condition>({ $and: ofEachFactOne(parts) }, { $or: parts }, { $nor: parts })
      )
  },
  { weight: 1, arbitrary: comparison.map((part) => ({ $not: part })) }
);

/** What a lead that has come this far can have met, or will have met in time. */
export function requirementOn(channels: readonly Channel[], pick: number): Requirement {
  if (pick % 3 === 2) {
    return { id: 'ripe', text: 'A day has passed', when: { 'days.enrolled': { $gte: 1 } } };
  }
  const channel = channels[pick % Math.max(1, channels.length)];
  if (channel === undefined) {
    return { id: 'known', text: 'The name is known', when: { 'lead.name': { $exists: true } } };
  }
  const made = channels.filter((each) => each === channel).length;
  const least = Math.min(made, 1 + (pick % 2));
  return {
    id: 'touched',
    text: `Enough was done by ${channel}`,
    when: { [`count.${channel}.completed`]: { $gte: least } }
  };
}

/** The settings that the rest of a sound cadence refers to. */
export const WORLD: Pick<Cadence, 'roles' | 'fields' | 'dispositions' | 'parameters'> = {
  roles: [
    { id: 'rep', name: 'Sales rep' },
    {
      id: 'late',
      name: 'Late shift',
      calendar: { ...BERLIN, week: { mon: [['12:00', '20:00']], wed: WORK } }
    }
  ],
  fields: FIELDS,
  dispositions: OUTCOMES,
  parameters: PARAMETERS
};

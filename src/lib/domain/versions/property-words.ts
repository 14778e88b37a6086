/** What properties of steps and cadences are called, and what changing them means. */
import type { CadenceDiff } from './diff';

export type Extent = CadenceDiff['extent'];

const NAMES: Readonly<Record<string, string>> = {
  atLeast: 'at least',
  atMost: 'at most',
  automatic: 'automatic',
  avoidWhen: 'when not to use it',
  autoSkipAfter: 'skipped by itself after',
  by: 'cases',
  calendar: 'calendar',
  contactWindow: 'contact window',
  continueWithoutCompletion: 'the lead goes on without it',
  due: 'due',
  expireAfter: 'expires after',
  exceptions: 'exceptions of the calendar',
  evaluate: 'when it is decided',
  fields: 'lead fields',
  heldRoute: 'way for what is not allowed yet',
  missingData: 'without lead data',
  of: 'disposition of',
  optOut: 'opts the lead out',
  reEntry: 'coming again',
  requiredFields: 'required fields',
  salesModel: 'sales model',
  sla: 'time limits',
  slaOnReEntry: 'time limits when it comes again',
  then: 'afterwards',
  touchBudget: 'touch budget',
  tz: 'time zone',
  week: 'hours',
  when: 'condition',
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday'
};

/** `autoSkipAfter` → `skipped by itself after`; a key without an entry is taken apart: `askReferral` → `ask referral`. */
export function propertyName(key: string): string {
  return NAMES[key] ?? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Wording, color and figures that nothing happens by. */
const TEXT = new Set([
  'name',
  'text',
  'description',
  'salesModel',
  'instruction',
  'script',
  'template',
  'source',
  'reason',
  'color',
  'probability'
]);

/** When things happen. */
const TIMING = new Set([
  'due',
  'gap',
  'autoSkipAfter',
  'expireAfter',
  'delay',
  'timeout',
  'offset',
  'days',
  'time',
  'after',
  'within',
  'limit',
  'duration',
  'calendar',
  'contactWindow',
  'evaluate',
  'slaOnReEntry'
]);

/** `until` is a time only where it stands for one: not the dispositions that end a repetition. */
export function extentOf(path: readonly (string | number)[]): Exclude<Extent, 'none'> {
  const keys = path.filter((key): key is string => typeof key === 'string');
  // The goal of a cadence; that of a disposition decides how a run ends.
  if (keys[0] === 'goal' || keys.some((key) => TEXT.has(key))) return 'text';
  if (keys.some((key) => TIMING.has(key))) return 'timing';
  const isTime = keys.includes('until') && !keys.includes('repeat');
  return isTime && !keys.includes('signals') && !keys.includes('condition')
    ? 'timing'
    : 'structure';
}

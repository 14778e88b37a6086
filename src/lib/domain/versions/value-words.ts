/** Values of properties as people say them. */
import type { WorkCalendar } from '$lib/calendar';
import type { Cadence, Handler, HandlerEffect, Rule } from '../cadence';
import type { Condition, SlaThreshold } from '../condition';
import type { Delay } from '../duration';
import { CHANNEL_NAMES } from '../kinds/action';
import { EXIT_RESULT_NAMES } from '../kinds/exit';
import { nameOf } from '../kinds/node-base';
import { describeUntil, type WaitUntil } from '../kinds/wait';
import { describeCondition } from '../words/conditions';
import { describeDelay, oneOf, plural } from '../words/durations';
import { describeEffect, describeHandler, describeRule, describeSla } from '../words/sentences';
import { titleOf, type PathStep } from './compare';
import { propertyName } from './property-words';

const LONGEST = 60;
const MANY = 8;

type Fields = Readonly<Record<string, unknown>>;

/** A delay, a condition or hours of a day: what makes no sense in parts. */
export function isWholeValue(value: unknown, path: readonly PathStep[]): boolean {
  const key = lastKey(path);
  return isDelay(value) || isCondition(key) || key === 'exceptions' || key === 'effect';
}

/** `within 2 business days`, `“Hello”`, `3`, `none`. */
export function describeValue(value: unknown, path: readonly PathStep[], cadence: Cadence): string {
  if (value === undefined) return 'none';
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const key = lastKey(path);
  if (typeof value === 'number') {
    return key === 'weight' || key === 'probability' ? `${value}%` : String(value);
  }
  if (typeof value === 'string') return describeText(value, key, cadence);
  if (Array.isArray(value)) return describeList(value as readonly unknown[], path, cadence);
  return describeObject(value as Fields, key, path, cadence);
}

function describeText(value: string, key: string, cadence: Cadence): string {
  const quoted = (text: string) =>
    `“${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}”`;
  switch (key) {
    case 'role':
      return nameOf(value, cadence.roles);
    case 'to':
    case 'of':
    case 'fork':
      return quoted(nameOf(value, [...cadence.nodes, ...cadence.fields]));
    case 'dispositions':
    case 'routes':
    case 'until':
    case 'disposition':
      return quoted(nameOf(value, cadence.dispositions));
    case 'field':
    case 'requiredFields':
    case 'from':
      return quoted(nameOf(value, cadence.fields));
    case 'channel':
      return CHANNEL_NAMES[value as keyof typeof CHANNEL_NAMES];
    case 'result':
      return EXIT_RESULT_NAMES[value as keyof typeof EXIT_RESULT_NAMES];
    default:
      return WORDS.has(key) ? propertyName(value) : quoted(value);
  }
}

/** Properties whose values are words of our own, not the author's. */
const WORDS = new Set([
  'action',
  'color',
  'evaluate',
  'exclusivity',
  'kind',
  'missingData',
  'mode',
  'policy',
  'rest',
  'salesModel',
  'sentiment',
  'slaOnReEntry',
  'then',
  'time',
  'type',
  'tz'
]);

function describeList(
  items: readonly unknown[],
  path: readonly PathStep[],
  cadence: Cadence
): string {
  if (items.length === 0) return 'none';
  if (items.every((item) => Array.isArray(item))) {
    return items.map((range) => (range as readonly string[]).join('–')).join(', ');
  }
  if (items.every((item) => typeof item === 'string')) {
    return oneOf(
      items.map((item) => describeValue(item, path, cadence)),
      'and'
    );
  }
  if (items.length > MANY) return plural(items.length, 'entry', 'entries');
  return items
    .map((item, key) => describeValue(item, [...path, { key, item: null }], cadence))
    .join('; ');
}

function describeObject(
  value: Fields,
  key: string,
  path: readonly PathStep[],
  cadence: Cadence
): string {
  if (isDelay(value)) return describeDelay(value, cadence.parameters);
  if (isCondition(key)) return describeCondition(value as Condition, cadence);
  switch (key) {
    case 'until':
      return describeUntil(value as unknown as WaitUntil, cadence);
    case 'effect':
      return describeEffect(value as unknown as HandlerEffect, cadence);
    case 'calendar':
    case 'hours':
      return describeCalendar(value as unknown as WorkCalendar);
  }
  switch (listOf(path)) {
    case 'rules':
      return describeRule(value as unknown as Rule, cadence);
    case 'handlers':
      return describeHandler(value as unknown as Handler, cadence);
    case 'sla':
      return describeSla(value as unknown as SlaThreshold, cadence);
    case 'parameters':
      return `“${titleOf(value)}” (${describeDelay(value['duration'] as Delay, [])})`;
  }
  if ('name' in value || 'text' in value) return `“${titleOf(value)}”`;
  return describeParts(value, path, cadence);
}

/** `at most 3, within 1 week`. */
function describeParts(value: Fields, path: readonly PathStep[], cadence: Cadence): string {
  const parts = Object.entries(value).map(([key, part]) => {
    const words = describeValue(part, [...path, { key, item: null }], cadence);
    return key === 'type' || key === 'kind' || key === 'policy'
      ? words
      : `${propertyName(key)} ${words}`;
  });
  return parts.join(', ') || 'empty';
}

function describeCalendar({ tz, week }: WorkCalendar): string {
  return `${plural(Object.values(week).filter((day) => day.length > 0).length, 'day')} a week (${tz})`;
}

function isDelay(value: unknown): value is Delay {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return (
    (keys.length === 1 && keys[0] === 'parameter') ||
    (keys.length === 2 && 'amount' in value && 'unit' in value)
  );
}

function isCondition(key: string): boolean {
  return key === 'when' || key === 'criteria' || key === 'condition';
}

/** The nearest key that is a name. */
function lastKey(path: readonly PathStep[]): string {
  const last = path.findLast(({ key }) => typeof key === 'string');
  return typeof last?.key === 'string' ? last.key : '';
}

/** The list that the value is an item of. */
function listOf(path: readonly PathStep[]): string {
  return typeof path.at(-1)?.key === 'number' ? lastKey(path) : '';
}

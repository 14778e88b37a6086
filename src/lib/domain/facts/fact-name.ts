import type { Duration, DurationUnit } from '../duration';
import { CHANNELS, type Channel } from '../kinds/action';
import { isSlug } from '../schema/scalars';

/** What a count of a channel counts. */
export const COUNTED = ['completed', 'attempted', 'skipped', 'bounced', 'answered'] as const;
export type Counted = (typeof COUNTED)[number];

/** What days are counted from. */
export const SINCE = ['enrolled', 'sinceTouch', 'inStage'] as const;

/** How far a fact looks: over this run or all the lead's runs, and how long back. */
export interface FactReach {
  readonly lifetime: boolean;
  readonly window: Duration | null;
}

/** The name of a fact in its parts, as the vocabulary of the compiler's SPEC has them. */
export type FactName =
  | { readonly family: 'lead'; readonly field: string }
  | {
      readonly family: 'count';
      readonly channel: Channel;
      readonly counted: Counted;
      readonly followUp: boolean;
      readonly reach: FactReach;
    }
  | { readonly family: 'touches'; readonly reach: FactReach }
  | { readonly family: 'enrollments' }
  /** Of the last touch, or of the last one by a channel. */
  | { readonly family: 'last'; readonly channel: Channel | null }
  | { readonly family: 'step' | 'done' | 'visits'; readonly node: string }
  | { readonly family: 'seen'; readonly signal: string; readonly reach: FactReach }
  | {
      readonly family: 'since';
      readonly what: (typeof SINCE)[number];
      readonly unit: 'days' | 'businessDays';
    }
  | { readonly family: 'stage' };

export type FactFamily = FactName['family'];

const UNITS: Readonly<Record<DurationUnit, string>> = {
  minutes: 'm',
  hours: 'h',
  days: 'd',
  weeks: 'w',
  businessMinutes: 'bm',
  businessHours: 'bh',
  businessDays: 'bd'
};

/** The text by which conditions name a fact: `count.email.completed.followUp@lifetime@7bd`. */
export function writeFactName(name: FactName): string {
  switch (name.family) {
    case 'lead':
      return `lead.${name.field}`;
    case 'count': {
      const mark = name.followUp ? '.followUp' : '';
      return `count.${name.channel}.${name.counted}${mark}${writeReach(name.reach)}`;
    }
    case 'touches':
      return `count.touches${writeReach(name.reach)}`;
    case 'enrollments':
      return 'count.enrollments';
    case 'last':
      return name.channel === null ? 'last.disposition' : `last.${name.channel}.disposition`;
    case 'step':
      return `step.${name.node}.disposition`;
    case 'done':
    case 'visits':
      return `${name.family}.${name.node}`;
    case 'seen':
      return `seen.${name.signal}${writeReach(name.reach)}`;
    case 'since':
      return `${name.unit}.${name.what}`;
    case 'stage':
      return 'stage';
  }
}

function writeReach({ lifetime, window }: FactReach): string {
  const time = window ? `@${window.amount}${UNITS[window.unit]}` : '';
  return (lifetime ? '@lifetime' : '') + time;
}

/** The parts of a fact's name; null when it is not of the vocabulary. Never throws. */
export function readFactName(text: string): FactName | null {
  const [path = '', ...suffixes] = text.split('@');
  const [head = '', second = '', ...rest] = path.split('.');
  const reach = readReach(suffixes);
  if (!reach) return null;
  const name = nameOf(head, second, rest, reach);
  return name && (suffixes.length === 0 || 'reach' in name) ? name : null;
}

function nameOf(
  head: string,
  second: string,
  rest: readonly string[],
  reach: FactReach
): FactName | null {
  if (head === 'stage') return second === '' && rest.length === 0 ? { family: 'stage' } : null;
  if (head === 'count') return countOf(second, rest, reach);
  const tail = rest.join('.');
  if (head === 'last') {
    if (second === 'disposition') return tail === '' ? { family: 'last', channel: null } : null;
    return isChannel(second) && tail === 'disposition' ? { family: 'last', channel: second } : null;
  }
  if (head === 'days' || head === 'businessDays') {
    const what = SINCE.find((word) => word === second);
    return what && tail === '' ? { family: 'since', what, unit: head } : null;
  }
  if (!isSlug(second)) return null;
  if (head === 'step') return tail === 'disposition' ? { family: 'step', node: second } : null;
  if (tail !== '') return null;
  if (head === 'lead') return { family: 'lead', field: second };
  if (head === 'done' || head === 'visits') return { family: head, node: second };
  return head === 'seen' ? { family: 'seen', signal: second, reach } : null;
}

function countOf(subject: string, rest: readonly string[], reach: FactReach): FactName | null {
  if (subject === 'touches') return rest.length === 0 ? { family: 'touches', reach } : null;
  if (subject === 'enrollments') return rest.length === 0 ? { family: 'enrollments' } : null;
  const [word, mark, ...more] = rest;
  const counted = word === 'sent' && subject === 'email' ? 'completed' : countedOf(word);
  if (!isChannel(subject) || !counted || more.length > 0) return null;
  if (mark !== undefined && (mark !== 'followUp' || counted !== 'completed')) return null;
  return { family: 'count', channel: subject, counted, followUp: mark !== undefined, reach };
}

function countedOf(word: string | undefined): Counted | undefined {
  return COUNTED.find((counted) => counted === word);
}

function readReach(suffixes: readonly string[]): FactReach | null {
  const lifetime = suffixes[0] === 'lifetime';
  const [text, ...more] = lifetime ? suffixes.slice(1) : suffixes;
  if (text === undefined) return { lifetime, window: null };
  const [, digits = '', letters = ''] = /^([1-9]\d{0,6})([a-z]+)$/.exec(text) ?? [];
  const unit = (Object.keys(UNITS) as DurationUnit[]).find((each) => UNITS[each] === letters);
  return unit && more.length === 0 ? { lifetime, window: { amount: Number(digits), unit } } : null;
}

function isChannel(word: string): word is Channel {
  return (CHANNELS as readonly string[]).includes(word);
}

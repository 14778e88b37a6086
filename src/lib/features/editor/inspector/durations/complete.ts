import {
  describeDuration,
  parseDuration,
  LONGEST_DURATION,
  unitsLike,
  type Duration,
  type LeadField,
  type Parameter,
  type WaitWords
} from '$lib/domain';
import type { Suggestion } from '$lib/ui';
import { DAY_NAMES } from '../model/week';

const USUAL: readonly Duration[] = [
  { amount: 1, unit: 'businessDays' },
  { amount: 2, unit: 'businessDays' },
  { amount: 3, unit: 'businessDays' },
  { amount: 4, unit: 'businessHours' },
  { amount: 1, unit: 'days' },
  { amount: 1, unit: 'weeks' }
];
const MOST = 9;

/** What a length of time that is being typed may become: units behind a number, parameters by name. */
export function completeDelay(
  text: string,
  parameters: readonly Parameter[],
  none?: string
): readonly Suggestion[] {
  const word = text.trim().toLowerCase().replace(/^=\s*/, '');
  if (word === '') {
    return [
      ...(none === undefined ? [] : [{ value: '', label: none }]),
      ...parameters.slice(0, MOST).map(ofParameter),
      ...USUAL.map((duration) => ({ value: describeDuration(duration) }))
    ];
  }
  const [, digits, unit = ''] = /^(\d{1,7})\s*([a-z ]*)$/.exec(word) ?? [];
  if (digits !== undefined && Number(digits) <= LONGEST_DURATION) {
    const amount = Number(digits);
    return unitsLike(unit).map((each) => ({ value: describeDuration({ amount, unit: each }) }));
  }
  const begins = ({ id, name }: Parameter) => name.toLowerCase().startsWith(word) || id === word;
  const has = ({ id, name }: Parameter) => `${name} ${id}`.toLowerCase().includes(word);
  return [...parameters.filter(begins), ...parameters.filter((each) => has(each) && !begins(each))]
    .slice(0, MOST)
    .map(ofParameter);
}

/** What a wait that is being typed may become. */
export function completeWait(text: string, words: WaitWords): readonly Suggestion[] {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^(wait )?(until|for|on|next) ?/, '');
  const waits = [
    ...words.signals.map((signal) => ({ value: `until ${signal}`, note: 'something happens' })),
    ...words.fields.filter(({ type }) => type === 'date').flatMap(ofDate),
    ...Object.values(DAY_NAMES).map((day) => ({ value: `next ${day} 9:00`, note: 'a weekday' }))
  ];
  const fitting = waits.filter(({ value }) => ` ${value.toLowerCase()}`.includes(` ${word}`));
  if (text.trim() === '') return [...completeDelay('', words.parameters), ...fitting];
  const isUntil = /^(wait )?(until|on|next)\b/i.test(text.trim());
  return [...(isUntil ? [] : completeDelay(text, words.parameters)), ...fitting].slice(0, MOST);
}

/** The length of time one or more steps up or down; null where the text has no number. */
export function stepDuration(text: string, by: number, min = 0): string | null {
  const read = parseDuration(text);
  if (!read.ok) return null;
  const amount = Math.max(min, Math.min(LONGEST_DURATION, read.value.amount + by));
  return describeDuration({ ...read.value, amount });
}

function ofParameter({ id, name, duration }: Parameter): Suggestion {
  return { value: `=${id}`, label: name || id, note: describeDuration(duration) };
}

function ofDate({ id, name }: LeadField): readonly Suggestion[] {
  const field = name || id;
  return [
    { value: `on ${field}`, note: 'a date of the lead' },
    { value: `1 week before ${field}`, note: 'a date of the lead' }
  ];
}

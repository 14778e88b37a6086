import { fail, ok, type Result } from '$lib/util';
import type { LeadField } from '../cadence';
import type { Delay, DurationUnit, Parameter } from '../duration';
import type { WaitUntil } from '../kinds/wait';
import { isSlug } from '../schema/scalars';
import { parseDelay } from './parse-delay';
import { parseDuration } from './parse-duration';
import { parseWeekday } from './parse-weekday';

export interface WaitWords {
  readonly fields: readonly LeadField[];
  readonly parameters: readonly Parameter[];
  /** Signals that the cadence knows; others must be written out behind `until`. */
  readonly signals: readonly string[];
}

type Read = Result<WaitUntil, string> | null;

/** The longest that an event is waited for where nothing is said. */
const PATIENCE: Delay = { amount: 3, unit: 'businessDays' };

/**
 * What a wait waits for, as people write it: `2 bd`, `next Tue 9:00`, `1 week before renewal`,
 * `until reply, at most 5 bd`; else the reason in a sentence. Conditions are picked, not written.
 */
export function parseWait(
  text: string,
  words: WaitWords,
  assumed?: DurationUnit
): Result<WaitUntil, string> {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  const until = plain.replace(/^(?:wait )?(?:until|till?) /i, '');
  const isUntil = until !== plain;
  const delay = parseDelay(plain.replace(/^wait (?:for )?/i, ''), words.parameters, assumed);
  if (delay.ok && !isUntil) return ok({ type: 'duration', delay: delay.value });
  if (until.length > 200) return fail('That is too long to be a wait.');
  const read =
    parseWeekday(until) ??
    readDate(until, words) ??
    monthDay(until) ??
    readEvent(until, isUntil, words);
  if (read) return read;
  if (!isUntil) return delay.ok ? ok({ type: 'duration', delay: delay.value }) : delay;
  return fail('Until what? A weekday, a date of the lead or a signal, like until reply.');
}

/** `on renewal`, `2 weeks before Renewal date`. */
function readDate(text: string, { fields }: WaitWords): Read {
  const match = /^(.+?) (before|after) (.+)$/i.exec(text);
  const name = (match?.[3] ?? text).toLowerCase().replace(/^(?:on )?(?:the |its |their )?/, '');
  const field = fields.find((each) => [each.id, each.name.trim().toLowerCase()].includes(name));
  const direction = match?.[2]?.toLowerCase();
  if (!field) {
    return direction === undefined ? null : fail(`No date field of the lead is called “${name}”.`);
  }
  if (field.type !== 'date') return fail(`${field.name || field.id} is no date.`);
  if (direction !== 'before' && direction !== 'after') {
    return ok({ type: 'date', field: field.id });
  }
  const by = parseDuration(match?.[1] ?? '');
  if (!by.ok) return by;
  return ok({ type: 'date', field: field.id, offset: { direction, by: by.value } });
}

/** Signals, and behind them a limit: a length of time, `Name (what it stands for)`, or none. */
const EVENT =
  /^(.+?)(?:,? (?:at most|for at most|up to|max|or) (?:for )?((?:\d|an? |=).*|[^,]+ \(.+\))|,? (with no (?:time )?limit))?$/i;

/** `reply or meeting-booked, at most 3 bd`. */
function readEvent(text: string, isUntil: boolean, words: WaitWords): Read {
  const [, head = '', limit, none] = EVENT.exec(text) ?? [];
  const signals = head.toLowerCase().split(/ ?, ?(?:or )?| or /);
  const isKnown = signals.some((signal) => words.signals.includes(signal));
  if (!signals.every(isSlug) || !(isUntil || isKnown)) return null;
  const timeout = limit === undefined ? ok(PATIENCE) : parseDelay(limit, words.parameters);
  if (!timeout.ok) return timeout;
  const list = [...new Set(signals)];
  return ok(
    none === undefined
      ? { type: 'event', signals: list, timeout: timeout.value }
      : { type: 'event', signals: list }
  );
}

function monthDay(text: string): Read {
  if (
    !/^(?:on )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)\b|\d{4}-\d{2}|(?:first|last) (?:of|day))/i.test(
      text
    )
  )
    return null;
  return fail('A wait ends on a weekday or a date of the lead, not on a day of the month.');
}

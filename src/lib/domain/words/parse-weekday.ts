import { fail, ok, type Result } from '$lib/util';
import { WEEKDAYS, type WaitUntil, type Weekday } from '../kinds/wait';
import { parseTime } from './parse-time';

type UntilWeekday = Extract<WaitUntil, { type: 'weekday' }>;

const DAY =
  '(?:mon|tue|wed|thu|fri|sat|sun)(?:s|day|days|sday|sdays|nesday|nesdays|r|rs|rsday|rsdays|urday|urdays)?';
const DAYS = new RegExp(
  `^(?:next |the next |on )*((?:${DAY}|weekdays?|weekends?|every day|any day)(?:(?: ?, ?(?:and |or )?| or | and |/| ?[-–] ?| to )${DAY})*)(?: (?:at )?(.+)|@(.+))?$`
);

const MORNING = '09:00';

/**
 * `next Tue 9:00`, `Mon or Wed at 9am`, `Mon–Thu`: the next of these days at a time of the cadence's
 * calendar, in the morning where none is said. Null where no day is named; else the reason.
 */
export function parseWeekday(text: string): Result<UntilWeekday, string> | null {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const match = DAYS.exec(words);
  if (!match) return null;
  const time = parseTime(match[2] ?? match[3] ?? MORNING);
  if (time === null) return fail(`“${match[2] ?? match[3]}” is no time of day, like 9:00 or 2 pm.`);
  const named = daysOf(match[1] ?? '');
  return ok({ type: 'weekday', days: WEEKDAYS.filter((day) => named.has(day)), time });
}

function daysOf(text: string): ReadonlySet<Weekday> {
  if (/^(every|any) day/.test(text)) return new Set(WEEKDAYS);
  if (text.startsWith('weekday')) return new Set(WEEKDAYS.slice(0, 5));
  if (text.startsWith('weekend')) return new Set(WEEKDAYS.slice(5));
  const days = new Set<Weekday>();
  for (const part of text.split(/ ?, ?(?:and |or )?| or | and |\//)) {
    const [from, to] = part.split(/ ?[-–] ?| to /).map(dayOf);
    if (!from) continue;
    // `Fri–Mon` goes over the weekend.
    let at = WEEKDAYS.indexOf(from);
    days.add(from);
    for (let more = 0; to && more < 7 && WEEKDAYS[at] !== to; more++) {
      at = (at + 1) % 7;
      days.add(WEEKDAYS[at] ?? to);
    }
  }
  return days;
}

function dayOf(word: string): Weekday | undefined {
  return WEEKDAYS.find((day) => word.startsWith(day));
}

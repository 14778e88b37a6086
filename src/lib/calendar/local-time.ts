import { InvariantError } from '$lib/util';
import { formatDate, formatTime, parseDate, parseTime } from './civil';
import type { CompiledCalendar } from './compiled-calendar';
import { offsetAt, resolve } from './lookup';
import { DAY } from './units';

/** What the calendar's clock on the wall shows: `YYYY-MM-DD` and `HH:MM`, seconds cut off (CAL-12). */
export interface LocalDateTime {
  readonly date: string;
  readonly time: string;
}

export function localDateTime(c: CompiledCalendar, t: number): LocalDateTime {
  const local = t + offsetAt(c, t);
  const date = Math.floor(local / DAY);
  return { date: formatDate(date), time: formatTime(local - date * DAY) };
}

/**
 * The instant of a local `YYYY-MM-DDTHH:MM`: of a time that is skipped as much later, of one that occurs
 * twice the earlier (CAL-13). Throws InvariantError for any other text: files are checked when they are read.
 */
export function instantOf(c: CompiledCalendar, text: string): number {
  const [dateText = '', timeText = '', rest] = text.split('T');
  const date = parseDate(dateText);
  const time = parseTime(timeText);
  if (date === null || time === null || time === DAY || rest !== undefined) {
    throw new InvariantError(`not a local date-time: ${text}`);
  }
  return resolve(c, date * DAY + time);
}

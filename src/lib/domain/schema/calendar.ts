import * as v from 'valibot';
import type { TimeRange, WorkCalendar } from '$lib/calendar';
import { isTime, localDate } from './dates';
import { text } from './scalars';
import { list, shape, type Schema } from './shapes';

const timeRange: Schema<TimeRange> = v.pipe(
  v.strictTuple([
    v.pipe(v.string(), v.check(isTime, 'must be a time like 09:00')),
    v.pipe(
      v.string(),
      v.check((time) => time === '24:00' || isTime(time), 'must be a time like 17:00')
    )
  ]),
  v.check(([from, to]) => from < to, 'must end after it begins')
);

const ranges = v.pipe(
  list(timeRange),
  v.check(
    (all) => all.every(([from], i) => i === 0 || (all[i - 1]?.[1] ?? '') <= from),
    'must be in order and must not overlap'
  )
);

const exception = v.pipe(
  shape({
    from: localDate,
    to: localDate,
    kind: v.picklist(['working', 'nonWorking']),
    ranges: v.exactOptional(ranges),
    name: v.exactOptional(text)
  }),
  v.check(({ from, to }) => from <= to, 'must not end before it begins')
);

const ZONE = /^[A-Za-z][A-Za-z0-9_+-]{0,31}(\/[A-Za-z0-9_+-]{1,31}){0,2}$/;
/** Looks like the name of a time zone; whether this device knows it is for the compiler. */
export const zone = v.pipe(v.string(), v.regex(ZONE, 'must be a time zone like Europe/Berlin'));

const day = v.exactOptional(ranges);

/** The weekly hours and exceptions of a team. */
export const calendarSchema: Schema<WorkCalendar> = shape({
  tz: zone,
  week: shape({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
  exceptions: v.exactOptional(list(exception))
});

import fc from 'fast-check';
import { formatDate, formatTime, parseDate } from '../civil';
import { MINUTE } from '../units';
import { DAYS, type CalendarException, type TimeRange, type WorkCalendar } from '../work-calendar';

export const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'UTC'
] as const;

/** A year in which each of these zones does something: Apia skips a day and Sao Paulo jumps at midnight. */
export const YEAR = 2011;

const range: fc.Arbitrary<TimeRange> = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([from, length]) => {
    const time = (quarter: number) => formatTime(quarter * 15 * MINUTE);
    return [time(from), time(Math.min(from + length, 96))] as const;
  });

const ranges = fc.oneof(
  { weight: 3, arbitrary: fc.array(range, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant<TimeRange[]>([['00:00', '24:00']]) },
  {
    weight: 1,
    arbitrary: fc.constant<TimeRange[]>([
      ['22:00', '24:00'],
      ['00:00', '06:00']
    ])
  },
  { weight: 1, arbitrary: fc.constant<TimeRange[]>([]) }
);

const firstDay = parseDate(`${YEAR}-01-01`) ?? 0;

const exception: fc.Arbitrary<CalendarException> = fc
  .record({
    from: fc.integer({ min: 0, max: 364 }),
    days: fc.integer({ min: 0, max: 10 }),
    kind: fc.constantFrom('working' as const, 'nonWorking' as const),
    ranges: fc.option(fc.array(range, { maxLength: 2 }))
  })
  .map(({ from, days, kind, ranges }) => ({
    from: formatDate(firstDay + from),
    to: formatDate(firstDay + from + days),
    kind,
    ...(ranges && kind === 'working' ? { ranges } : {})
  }));

/** A calendar that is open each week, in one of the zones. */
export const calendars: fc.Arbitrary<WorkCalendar> = fc
  .record({
    tz: fc.constantFrom(...ZONES),
    days: fc.array(ranges, { minLength: 7, maxLength: 7 }),
    exceptions: fc.array(exception, { maxLength: 4 })
  })
  .filter(({ days }) => days.some((day) => day.length > 0))
  .map(({ tz, days, exceptions }) => ({
    tz,
    week: Object.fromEntries(DAYS.map((day, i) => [day, days[i] ?? []])),
    exceptions
  }));

/** Whole minutes of the year; more of them around the days on which the zones' clocks change. */
export const instants: fc.Arbitrary<number> = fc
  .oneof(
    fc.integer({ min: Date.UTC(YEAR, 0, 8) / MINUTE, max: Date.UTC(YEAR, 11, 24) / MINUTE }),
    fc
      .tuple(
        fc.constantFrom(
          '02-20',
          '03-13',
          '03-27',
          '04-02',
          '04-03',
          '07-31',
          '10-02',
          '10-16',
          '11-06'
        ),
        fc.integer({ min: -2880, max: 2880 })
      )
      .map(([date, minutes]) => Date.parse(`${YEAR}-${date}T00:00Z`) / MINUTE + minutes),
    fc
      .integer({ min: -2880, max: 2880 })
      .map((minutes) => Date.parse(`${YEAR}-12-30T10:00Z`) / MINUTE + minutes)
  )
  .map((minute) => minute * MINUTE);

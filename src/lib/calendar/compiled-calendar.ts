/**
 * A calendar as plain numbers: what the engine and the simulator compute with. Made by
 * `compileCalendar`, carried by the program. Instants and durations are integer milliseconds.
 *
 * The tables cover `[tableFrom, tableTo)`: the whole local weeks that touch the horizon, and on
 * either side one plain week, without exceptions, whose pattern repeats for ever (CAL-20).
 */
export interface CompiledCalendar {
  readonly tz: string;
  /** Open intervals `[start, end)` in order; instants. They touch only where a plain week ends. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds before each interval. */
  readonly before: Float64Array;
  /** For each UTC day from `firstDay` on, the index of the first interval that ends after the day begins. */
  readonly dayIndex: Int32Array;
  /** Days since 1970-01-01 of `dayIndex[0]`. */
  readonly firstDay: number;
  /** Changes of the UTC offset: from `offsetFrom[i]` on it is `offsets[i]` milliseconds. */
  readonly offsetFrom: Float64Array;
  readonly offsets: Float64Array;
  /** For each UTC day from `firstDay` on, the index of the offset in force as the day begins. */
  readonly dayOffset: Int32Array;
  /** Where the tables begin and end; instants. */
  readonly tableFrom: number;
  readonly tableTo: number;
  /** Days since 1970-01-01 of the first local date of the tables, a Monday. */
  readonly firstDate: number;
  /** For each local date from `firstDate` on, the number of working dates before it. */
  readonly dateRank: Int32Array;
  /** The local dates with open hours, in order; days since 1970-01-01. */
  readonly workDates: Int32Array;
  /** What a plain week holds: intervals, open milliseconds, working dates. */
  readonly weekIntervals: number;
  readonly weekOpen: number;
  readonly weekDates: number;
}

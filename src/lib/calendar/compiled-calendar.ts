/**
 * A calendar as plain numbers: what the engine and the simulator compute with. Made by
 * `compileCalendar`, carried by the program. Instants and durations are integer milliseconds.
 */
export interface CompiledCalendar {
  readonly tz: string;
  /** Open intervals `[start, end)` in order, not touching; instants. */
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
}

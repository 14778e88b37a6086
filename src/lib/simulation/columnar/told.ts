import type { CalendarTable } from './calendar-table';
import type { DrawnByLines } from './draws';
import type { Column } from './numbers';
import type { DayCounts } from './scratch';

/** Rows of `told`; columns are told by where they begin in `numbers`. */
export const TOLD = {
  base: 0,
  perSlot: 1,
  perGrain: 2,
  opens: 3,
  closes: 4,
  before: 5,
  shift: 6,
  jump: 7,
  lines: 8,
  pre: 9,
  scale: 10,
  midnight: 11,
  perDay: 12
} as const;

/**
 * What kernels are told beside the leads, number by number. Were they handed objects, compiled code would
 * be thrown away as soon as one of another make came, and some engines then stay with worse code for good.
 * What is told holds until the next one tells: whoever calls a kernel tells it everything right before.
 */
export const told = new Float64Array(13);

/** Rows of `said`. */
export const SAID = {
  left: 0,
  count: 1,
  sum: 2,
  least: 3,
  most: 4,
  openSum: 5,
  openLeast: 6,
  openMost: 7
} as const;

/** What kernels say beside what they return, for the same reason. */
export const said = new Float64Array(8);

export function tellTable({ base, perSlot, perGrain, found }: CalendarTable): void {
  told[TOLD.base] = base;
  told[TOLD.perSlot] = perSlot;
  told[TOLD.perGrain] = perGrain;
  told[TOLD.opens] = found.opens.at;
  told[TOLD.closes] = found.closes.at;
  told[TOLD.before] = found.before.at;
  told[TOLD.shift] = found.shift.at;
}

export function tellJump({ at }: Column): void {
  told[TOLD.jump] = at;
}

export function tellDrawn({ lines, pre, scale }: DrawnByLines): void {
  told[TOLD.lines] = lines.at;
  told[TOLD.pre] = pre;
  told[TOLD.scale] = scale;
}

/** Days are counted from a midnight on. */
export function tellDays({ base, perDay }: Pick<DayCounts, 'base' | 'perDay'>): void {
  told[TOLD.midnight] = base;
  told[TOLD.perDay] = perDay;
}

/** So often a function is called before an engine notes down what its parts are used for. */
const REHEARSALS = 40;

/**
 * Calls kernels with nobody in the list. An engine may compile a loop while it runs for the first time,
 * and what comes after the loop as well: code that has never been reached is compiled as a way out, and
 * would be left by it every time from then on.
 */
export function rehearse(kernels: readonly (() => unknown)[]): void {
  for (const kernel of kernels) for (let i = 0; i < REHEARSALS; i++) kernel();
}

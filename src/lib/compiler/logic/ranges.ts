/** Sets of values that have an order, as ranges apart from one another, in order. */

/** From `from` to `to`; absent: without end. An open end is not itself in the range. */
export interface Range<T> {
  readonly from?: T;
  readonly to?: T;
  readonly openFrom?: boolean;
  readonly openTo?: boolean;
}

export type Ranges<T> = readonly Range<T>[];

type Ordered = number | string;

export function only<T extends Ordered>(value: T): Ranges<T> {
  return [{ from: value, to: value }];
}

export function everything<T extends Ordered>(): Ranges<T> {
  return [{}];
}

export function intersect<T extends Ordered>(a: Ranges<T>, b: Ranges<T>): Ranges<T> {
  return a.flatMap((one) => b.flatMap((other) => overlap(one, other)));
}

/** All that is in none of the ranges. */
export function complement<T extends Ordered>(ranges: Ranges<T>): Ranges<T> {
  return ranges.reduce<Ranges<T>>((rest, range) => intersect(rest, around(range)), everything());
}

function around<T extends Ordered>({ from, to, openFrom, openTo }: Range<T>): Ranges<T> {
  return [
    ...(from === undefined ? [] : [{ to: from, openTo: openFrom !== true }]),
    ...(to === undefined ? [] : [{ from: to, openFrom: openTo !== true }])
  ];
}

function overlap<T extends Ordered>(a: Range<T>, b: Range<T>): Ranges<T> {
  const both = { ...laterFrom(a, b), ...earlierTo(a, b) };
  return isEmpty(both) ? [] : [both];
}

function laterFrom<T extends Ordered>(a: Range<T>, b: Range<T>): Range<T> {
  if (a.from === undefined) return startOf(b);
  if (b.from === undefined) return startOf(a);
  if (a.from === b.from) return a.openFrom ? startOf(a) : startOf(b);
  return a.from > b.from ? startOf(a) : startOf(b);
}

function earlierTo<T extends Ordered>(a: Range<T>, b: Range<T>): Range<T> {
  if (a.to === undefined) return endOf(b);
  if (b.to === undefined) return endOf(a);
  if (a.to === b.to) return a.openTo ? endOf(a) : endOf(b);
  return a.to < b.to ? endOf(a) : endOf(b);
}

function startOf<T>({ from, openFrom = false }: Range<T>): Range<T> {
  return from === undefined ? {} : { from, openFrom };
}

function endOf<T>({ to, openTo = false }: Range<T>): Range<T> {
  return to === undefined ? {} : { to, openTo };
}

function isEmpty<T extends Ordered>({ from, to, openFrom, openTo }: Range<T>): boolean {
  if (from === undefined || to === undefined) return false;
  return from > to || (from === to && (openFrom === true || openTo === true));
}

/** Only the whole numbers from 0 on; the bounds are in the ranges. */
export function wholeNumbers(ranges: Ranges<number>): Ranges<number> {
  return ranges.flatMap((range) => {
    const from = Math.max(0, firstWhole(range));
    if (range.to === undefined) return [{ from }];
    const to = range.openTo ? Math.ceil(range.to) - 1 : Math.floor(range.to);
    return from > to ? [] : [{ from, to }];
  });
}

function firstWhole({ from, openFrom }: Range<number>): number {
  if (from === undefined) return 0;
  return openFrom ? Math.floor(from) + 1 : Math.ceil(from);
}

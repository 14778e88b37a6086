import type { Spot } from './draws';

/** Leads that go through the steps together. */
export const BLOCK = 1024;

/** No block has more leads. */
export const LARGEST = 4 * BLOCK;

/**
 * The columns of the leads in work. There is one set of them: kernels are made around it once, so that a
 * compiler knows where each column lies. It saves an eighth of the time.
 */
class Columns {
  /** The halves of the leads' keys for draws. */
  readonly low = new Int32Array(LARGEST);
  readonly high = new Int32Array(LARGEST);
  /** Where each lead stands in time. */
  readonly time = new Float64Array(LARGEST);
  readonly arrived = new Float64Array(LARGEST);
  /** Open time of the cadence's calendar until it arrived. */
  readonly openBefore = new Float64Array(LARGEST);
  /** Since when a task is open, and when it is due: while the task is in work. */
  readonly opened = new Float64Array(LARGEST);
  readonly due = new Float64Array(LARGEST);
  /** Whether somebody reached out to the lead. */
  readonly touched = new Uint8Array(LARGEST);
  /** The list in work: leads by place. A kernel writes one place further than it keeps. */
  readonly list = new Uint16Array(LARGEST + 1);
  /** The lists that it is parted into: the first three of its ways. */
  readonly first = new Uint16Array(LARGEST + 1);
  readonly second = new Uint16Array(LARGEST + 1);
  readonly third = new Uint16Array(LARGEST + 1);
  /** Place by place of the list in work: how often the lead has been there; the place of its draw. */
  readonly turns = new Uint16Array(LARGEST);
  readonly spots = new Int32Array(LARGEST);
  /** Places of the list in work whose leads a kernel has left out, and one more. */
  readonly later = new Uint16Array(LARGEST + 1);
  /** Lengths of time, clock time and open time, as they are noted. */
  readonly lengths = new Float64Array(LARGEST);
  readonly openLengths = new Float64Array(LARGEST);
  /** Of leads that share people: numbers and batches, and rows of their records where they waited for them. */
  readonly lead = new Int32Array(LARGEST);
  readonly batch = new Uint8Array(LARGEST);
  readonly rows = new Int32Array(LARGEST);
  /** Where they waited, and place by place of a list, the rows of those that begin to wait. */
  readonly place = new Int32Array(LARGEST);
  readonly parking = new Int32Array(LARGEST);
  /** Place by place of a list: where those in work stood before. */
  readonly before = new Float64Array(LARGEST);
  /** When their tasks asked for somebody, and when work on them began. */
  readonly asked = new Float64Array(LARGEST);
  readonly begins = new Float64Array(LARGEST);
  /** Milliseconds of work, those outside the hours of people, and thousandths of money that it cost. */
  readonly effort = new Float64Array(LARGEST);
  readonly overtime = new Float64Array(LARGEST);
  readonly spent = new Float64Array(LARGEST);
}

export const columns = new Columns();

/** What is left of a run's leads in the columns while others use them. */
const KEPT = [
  ...(['low', 'high', 'time', 'arrived', 'openBefore', 'opened', 'due', 'touched'] as const),
  ...(['lead', 'batch', 'rows', 'asked', 'begins', 'effort', 'overtime', 'spent'] as const)
];
const kept = new WeakMap<object, Columns>();
let user: object | null = null;

/** It is the turn of a run, which finds in the columns what it left there; null: of one that leaves nothing. */
export function useColumns(by: object | null): void {
  if (user === by) return;
  if (user) {
    const mine = kept.get(user) ?? new Columns();
    for (const name of KEPT) mine[name].set(columns[name]);
    kept.set(user, mine);
  }
  const mine = by && kept.get(by);
  if (mine) for (const name of KEPT) columns[name].set(mine[name]);
  user = by;
}

/** Whoever uses the columns will not come back to them. */
export function leaveColumns(): void {
  user = null;
}

function kernels() {
  const { spots, turns } = columns;

  /** The place of each lead's draw, by how often it has been here. */
  function spotsByTurn(n: number, places: Int32Array): void {
    for (let j = 0; j < n; j++) spots[j] = places[turns[j] as number] as number;
  }

  return { spotsByTurn };
}

const { spotsByTurn } = kernels();

/** Copies the first leads of a list to another one, from a place on; returns that. */
export function copyList(
  from: Uint16Array,
  count: number,
  to: Uint16Array,
  place: number
): Uint16Array {
  // Below so many a loop is faster.
  if (count > 48) to.set(from.subarray(0, count), place);
  else for (let j = 0; j < count; j++) to[place + j] = from[j] as number;
  return to;
}

const PLACES = Uint16Array.from({ length: LARGEST }, (_, place) => place);

/** Leads of a run that go through the steps together, in the columns (its own are the same) and in lists of places in them. */
export class Block {
  readonly size: number;
  readonly list = columns.list;
  readonly low = columns.low;
  readonly high = columns.high;
  readonly time = columns.time;
  readonly arrived = columns.arrived;
  readonly opened = columns.opened;
  readonly due = columns.due;
  readonly touched = columns.touched;
  readonly turns = columns.turns;
  readonly spots = columns.spots;
  readonly later = columns.later;
  /** Lists that the list in work is parted into, by way. */
  readonly ways = [columns.first, columns.second, columns.third];
  /** All places of a list. */
  readonly places = PLACES;

  constructor(size: number) {
    this.size = size;
  }

  /** Makes a list the one in work. */
  workOn(list: Uint16Array, count: number): Uint16Array {
    return copyList(list, count, columns.list, 0);
  }

  /** The list in work is parted into so many. */
  partInto(ways: number): void {
    while (this.ways.length < ways) this.ways.push(new Uint16Array(LARGEST + 1));
  }

  /** The places of draws at a spot: of everybody's first visit, or of those in `turns`, `most` at the most. */
  spotsOf(spot: Spot | null, count: number, most: number): Int32Array {
    const { spots } = this;
    if (!spot) return spots;
    if (most === 1) return spots.fill(spot.first, 0, count);
    spotsByTurn(count, spot.upTo(most));
    return spots;
  }

  /** Room for all leads of the block. */
  emptyList(): Uint16Array {
    return new Uint16Array(this.size);
  }
}

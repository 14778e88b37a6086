import type { Spot } from './draws';

/** Leads that go through the steps together. */
export const BLOCK = 1024;

/** Columns of the leads of a block, and lists of places in them. */
export class Block {
  readonly size: number;
  /** The halves of the leads' keys for draws. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Where each lead stands in time. */
  readonly time: Float64Array;
  readonly arrived: Float64Array;
  /** Open time of the cadence's calendar until it arrived. */
  readonly openBefore: Float64Array;
  /** Since when a task is open, and when it is due: while the task is in work. */
  readonly opened: Float64Array;
  readonly due: Float64Array;
  /** Whether somebody reached out to the lead. */
  readonly touched: Uint8Array;
  /** Place by place of the list in work: how often the lead has been there; the place of its draw. */
  readonly turns: Uint16Array;
  readonly spots: Int32Array;
  /** Places of the list in work whose leads a kernel has left out, and how many they are. */
  readonly later: Uint16Array;
  left = 0;
  /** All places of a list. */
  readonly places: Uint16Array;

  constructor(size: number) {
    this.size = size;
    this.low = new Int32Array(size);
    this.high = new Int32Array(size);
    this.time = new Float64Array(size);
    this.arrived = new Float64Array(size);
    this.openBefore = new Float64Array(size);
    this.opened = new Float64Array(size);
    this.due = new Float64Array(size);
    this.touched = new Uint8Array(size);
    this.turns = new Uint16Array(size);
    this.spots = new Int32Array(size);
    this.later = new Uint16Array(size);
    this.places = Uint16Array.from({ length: size }, (_, place) => place);
  }

  /** The places of draws at a spot: of everybody's first visit, or of those in `turns`, `most` at the most. */
  spotsOf(spot: Spot | null, count: number, most: number): Int32Array {
    const { spots, turns } = this;
    if (!spot) return spots;
    if (most === 1) return spots.fill(spot.first, 0, count);
    const places = spot.upTo(most);
    for (let j = 0; j < count; j++) spots[j] = places[turns[j] as number] as number;
    return spots;
  }

  /** A list of leads of the block; kernels write one place further than they keep. */
  list(): Uint16Array {
    return new Uint16Array(this.size + 1);
  }
}

/** Kernels in which the leads of a list pass clock time, or what tables do not say: see pass-open.ts. */
import { bitsAt } from '../chance/draw';
import { columns, type Block } from './block';
import { numbers } from './numbers';
import { FINE, FINE_MASK, OF_CELL, type DrawnByLines } from './draws';
import type { Exact } from './flow';

function kernels() {
  const { list, time, low, high, spots, later } = columns;
  const draw = bitsAt;
  const fine = FINE;
  const mask = FINE_MASK;
  const ofCell = OF_CELL;
  const row = numbers;

  /** By a length that is the same for all. */
  function passFixed(n: number, by: number): number {
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      time[i] = (time[i] as number) + by;
    }
    return n * by;
  }

  /** By `by` and a drawn length on top. */
  function passDrawn(
    n: number,
    block: Block,
    by: number,
    { lines, pre, scale }: DrawnByLines
  ): number {
    const first = lines.at | 0;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const cell = (first + (bits >>> fine)) | 0;
      const knot = row[cell] as number;
      const value = knot + ((row[(cell + 1) | 0] as number) - knot) * ((bits & mask) * ofCell);
      const length = by + Math.floor(value * pre * scale);
      if (length !== length) {
        later[left++] = j;
        continue;
      }
      sum += length;
      time[i] = (time[i] as number) + length;
    }
    block.left = left;
    return sum;
  }

  /** The leads at places of the list, one by one, no further than `limit`. */
  function passExact(places: Uint16Array, n: number, exact: Exact, limit: number): number {
    let sum = 0;
    for (let k = 0; k < n; k++) {
      const j = places[k] as number;
      const i = list[j] as number;
      const t = time[i] as number;
      const at = Math.min(limit, exact(t, low[i] as number, high[i] as number, spots[j] as number));
      sum += at - t;
      time[i] = at;
    }
    return sum;
  }

  return { passFixed, passDrawn, passExact };
}

export const { passFixed, passDrawn, passExact } = kernels();

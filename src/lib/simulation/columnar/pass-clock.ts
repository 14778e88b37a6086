/** Kernels in which the leads of the list in work pass clock time, or what tables do not say: see pass-open.ts. */
import { bitsAt } from '../chance/draw';
import { columns } from './block';
import { FINE, FINE_MASK, OF_CELL } from './draws';
import type { Exact } from './flow';
import { numbers } from './numbers';
import { SAID, TOLD, rehearse, said, told } from './told';

function kernels() {
  const { list, time, low, high, spots, later } = columns;
  const draw = bitsAt;
  const fine = FINE;
  const mask = FINE_MASK;
  const ofCell = OF_CELL;
  const row = numbers;
  const ask = told;
  const say = said;

  /** By a length that is the same for all. */
  function passFixed(n: number, by: number): number {
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      time[i] = (time[i] as number) + by;
    }
    say[SAID.left] = 0;
    return n * by;
  }

  /** By `by` and a drawn length on top. */
  function passDrawn(n: number, by: number): number {
    const lines = (ask[TOLD.lines] as number) | 0;
    const pre = ask[TOLD.pre] as number;
    const scale = ask[TOLD.scale] as number;
    let sum = 0;
    let left = 0;
    for (let j = 0; j < n; j++) {
      const i = list[j] as number;
      const bits = draw(low[i] as number, high[i] as number, spots[j] as number);
      const cell = (lines + (bits >>> fine)) | 0;
      const knot = row[cell] as number;
      const value = knot + ((row[(cell + 1) | 0] as number) - knot) * ((bits & mask) * ofCell);
      const drawn = by + Math.floor(value * pre * scale);
      later[left] = j;
      left += drawn === drawn ? 0 : 1;
      const length = drawn === drawn ? drawn : 0;
      sum += length;
      time[i] = (time[i] as number) + length;
    }
    say[SAID.left] = left;
    return sum;
  }

  return { passFixed, passDrawn };
}

export const { passFixed, passDrawn } = kernels();

rehearse([() => passFixed(0, 0), () => passDrawn(0, 0)]);

/** The leads at places of the list in work, one by one, no further than `limit`. */
export function passExact(places: Uint16Array, n: number, exact: Exact, limit: number): number {
  const { list, time, low, high, spots } = columns;
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

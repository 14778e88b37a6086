import { bitsAt } from '../../chance/draw';
import { CELLS, type QuantileTable } from '../../chance/quantile-table';

/** Bits below those that choose the cell of a table. */
const FINE = 22;
const MASK = (1 << FINE) - 1;
const PER_CELL = CELLS / 0x100000000;

/** A length that is drawn at a step: the table's value times `pre` times `scale`, whole milliseconds. */
export interface Drawn {
  /** The place of the draw, without the visit. */
  readonly key: number;
  readonly table: QuantileTable;
  readonly pre: number;
  readonly scale: number;
}

/** The drawn length of a lead. Kept small: it is a part of every loop that draws. */
export function lengthOf(low: number, high: number, place: number, drawn: Drawn): number {
  const { knots, first, last, tail } = drawn.table;
  const bits = bitsAt(low, high, place);
  const cell = bits >>> FINE;
  let value: number;
  if (cell >= first && cell < last) {
    const knot = knots[cell] as number;
    value = knot + ((knots[cell + 1] as number) - knot) * ((bits & MASK) * PER_CELL);
  } else value = tail((bits >>> 0) / 0x100000000);
  return Math.floor(value * drawn.pre * drawn.scale);
}

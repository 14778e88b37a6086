import { CELLS, type QuantileTable } from '../chance/quantile-table';

/** Bits below those that choose the cell of a table. */
export const FINE = 22;
export const FINE_MASK = (1 << FINE) - 1;
/** What a bit is of a cell. */
export const OF_CELL = CELLS / 0x100000000;

/** A length that is drawn at a step: the table's value times `pre` times `scale`, whole milliseconds. */
export interface Drawn {
  readonly table: QuantileTable;
  readonly pre: number;
  readonly scale: number;
}

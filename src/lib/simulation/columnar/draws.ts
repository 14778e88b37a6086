import { placeOf } from '../chance/draw';
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

/** Where something is drawn: the key of a node and a purpose, and the places of draws by visit. */
export class Spot {
  readonly #key: number;
  readonly first: number;
  #places = new Int32Array(0);

  constructor(key: number) {
    this.#key = key | 0;
    this.first = placeOf(this.#key, 1);
  }

  /** By visit, up to `most` at least. */
  upTo(most: number): Int32Array {
    if (this.#places.length <= most)
      this.#places = Int32Array.from({ length: 2 * most + 1 }, (_, visit) =>
        placeOf(this.#key, visit)
      );
    return this.#places;
  }
}

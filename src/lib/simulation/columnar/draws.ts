import { placeOf } from '../chance/draw';
import { CELLS, type QuantileTable } from '../chance/quantile-table';
import { Column } from './numbers';

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

/** The same for kernels, which know the straight lines of the table alone. */
export interface DrawnByLines extends Drawn {
  /** The knots, NaN where no line says what is drawn: beside the straight part, and where it may be nothing. */
  readonly lines: Column;
}

/** What was made of tables: models share them. */
const made = new WeakMap<QuantileTable, DrawnByLines[]>();

/** Makes a length ready for kernels. */
export function byLines(drawn: Drawn): DrawnByLines {
  const known = made.get(drawn.table) ?? [];
  const same = known.find(({ pre, scale }) => pre === drawn.pre && scale === drawn.scale);
  if (same) return same;
  const lines = linesOf(drawn);
  made.set(drawn.table, [...known, lines]);
  return lines;
}

function linesOf({ table, pre, scale }: Drawn): DrawnByLines {
  const { knots, first, last } = table;
  const lines = new Float64Array(CELLS + 1).fill(NaN);
  if (first < last) lines.set(knots.subarray(first, last + 1), first);
  for (let cell = first; cell < last && (knots[cell] as number) * pre * scale < 1; cell++)
    lines[cell] = NaN;
  return { table, pre, scale, lines: new Column(lines) };
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

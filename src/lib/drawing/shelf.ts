import type { Box } from './box';

const CELL = 256;
const ROWS = 1 << 20;

/** Things found by where they lie. */
export class Shelf<T> {
  readonly #cells = new Map<number, T[]>();

  add(thing: T, box: Box): void {
    for (const cell of cellsOf(box)) {
      const there = this.#cells.get(cell);
      if (there) there.push(thing);
      else this.#cells.set(cell, [thing]);
    }
  }

  /** All that may share some room with the box; what lies in several cells comes several times. */
  *near(box: Box): Generator<T> {
    for (const cell of cellsOf(box)) yield* this.#cells.get(cell) ?? [];
  }
}

/** How many cells are looked through for a region. */
export function cellsIn({ width, height }: Box): number {
  return (width / CELL + 1) * (height / CELL + 1);
}

function* cellsOf({ x, y, width, height }: Box): Generator<number> {
  const [left, right] = [Math.floor(x / CELL), Math.floor((x + width) / CELL)];
  const [top, bottom] = [Math.floor(y / CELL), Math.floor((y + height) / CELL)];
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) yield column * ROWS + row;
  }
}

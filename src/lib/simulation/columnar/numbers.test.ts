import { describe, expect, it } from 'vitest';
import { Column, bringIn, fits, numbers } from './numbers';

/** Most of the room there is. */
const MUCH = 1_000_000;

function columnOf(length: number, value: number): Column {
  return new Column(new Float64Array(length).fill(value));
}

function found({ at, values }: Column): number[] {
  return [numbers[at] ?? NaN, numbers[at + values.length - 1] ?? NaN];
}

describe('what kernels look up', () => {
  it('SIM-111 is found again after others took its room', () => {
    const mine = [columnOf(MUCH, 1), columnOf(10, 2)];
    const others = [columnOf(MUCH, 3)];
    bringIn(mine);
    expect(mine.map(found)).toEqual([
      [1, 1],
      [2, 2]
    ]);
    bringIn(others);
    expect(others.map(found)).toEqual([[3, 3]]);
    expect(mine.map(({ isIn }) => isIn)).toEqual([false, false]);
    bringIn(mine);
    expect(mine.map(found)).toEqual([
      [1, 1],
      [2, 2]
    ]);
  });

  it('SIM-111 keeps what is there while there is room for more', () => {
    const one = columnOf(5, 1);
    const two = columnOf(5, 2);
    bringIn([columnOf(MUCH, 0)]);
    bringIn([one]);
    const { at } = one;
    bringIn([two, one]);
    expect([one.at, found(one), found(two)]).toEqual([at, [1, 1], [2, 2]]);
  });

  it('SIM-111 changes with its column, wherever that is', () => {
    const column = columnOf(4, 1);
    column.values[2] = 7;
    column.change(2, 3);
    bringIn([column]);
    column.values[3] = 9;
    column.change(3, 4);
    expect([...numbers.subarray(column.at, column.at + 4)]).toEqual([1, 1, 7, 9]);
    bringIn([columnOf(MUCH, 0)]);
    bringIn([columnOf(MUCH, 0)]);
    column.values[0] = 5;
    column.change(0, 1);
    bringIn([column]);
    expect([...numbers.subarray(column.at, column.at + 4)]).toEqual([5, 1, 7, 9]);
  });

  it('SIM-111 is refused where it is too much', () => {
    expect(fits([columnOf(MUCH, 0)])).toBe(true);
    expect(fits([columnOf(MUCH, 0), columnOf(MUCH, 0)])).toBe(false);
  });
});

import type { Model } from '../model/model';
import { absorbSums, addToSum, sumOf } from './sums';

/** Rows of one group of people. */
export const PEOPLE = { worked: 0, overtime: 1, switching: 2, waited: 3, spent: 4 } as const;
const ROWS = 5;

/**
 * What the groups of people did, over all replications: counts of tasks, sums of milliseconds, and what
 * their working and switching time cost in thousandths of money (`spent`).
 */
export class PeopleTally {
  readonly #sums: Float64Array;
  readonly tasks: Float64Array;
  /** Open time of one person of the group until the last task was done, by replication and group. */
  readonly available: Float64Array;

  constructor({ staff, replications }: Pick<Model, 'staff' | 'replications'>) {
    const groups = staff?.groups.length ?? 0;
    this.#sums = new Float64Array(2 * ROWS * groups);
    this.tasks = new Float64Array(groups);
    this.available = new Float64Array(groups * replications);
  }

  /** Adds milliseconds, or thousandths of money, to a row (of PEOPLE) of a group. */
  add(group: number, row: number, milliseconds: number): void {
    addToSum(this.#sums, group * ROWS + row, milliseconds);
  }

  sum(group: number, row: number): number {
    return sumOf(this.#sums, group * ROWS + row);
  }

  columns(): Float64Array[] {
    return [this.#sums, this.tasks, this.available];
  }

  absorb([sums, tasks, available]: readonly Float64Array[]): void {
    if (!sums || !tasks || !available) return;
    absorbSums(this.#sums, sums);
    tasks.forEach((count, row) => (this.tasks[row] = (this.tasks[row] ?? 0) + count));
    available.forEach((time, row) => (this.available[row] = (this.available[row] ?? 0) + time));
  }
}

import { openBetween } from '$lib/calendar';
import type { StaffModel } from '../model/staff-model';
import type { Assignment } from '../people/desk';
import { said } from '../columnar/told';
import type { Crowd } from './crowd';
import { SUMS, costServed, sumServed } from './served';
import { PEOPLE, type PeopleTally } from '../statistics/people-tally';

const HOUR = 3_600_000;

/** What people do, until it is added to a tally. */
export class PeopleCounts {
  readonly #staff: StaffModel;
  /** What is taken from here on is counted: what came before warms up. */
  readonly #countsFrom: number;
  readonly #tasks: Float64Array;
  /** By group and row of PEOPLE. */
  readonly #sums: Float64Array;
  readonly #rows = Object.keys(PEOPLE).length;
  #lastDone = -Infinity;

  constructor(staff: StaffModel, countsFrom: number) {
    this.#staff = staff;
    this.#countsFrom = countsFrom;
    this.#tasks = new Float64Array(staff.groups.length);
    this.#sums = new Float64Array(staff.groups.length * this.#rows);
  }

  /** Somebody does the task of the lead at a place of the block. */
  count(made: Readonly<Assignment>, { asked, spent }: Crowd, i: number): void {
    const { group, at, ends, effort, switching, overtime } = made;
    const perHour = this.#staff.groups[group]?.costPerHour ?? 0;
    const cost = perHour > 0 ? Math.round((perHour * 1000 * (effort + switching)) / HOUR) : 0;
    spent[i] = cost;
    if (ends > this.#lastDone) this.#lastDone = ends;
    if (at < this.#countsFrom) return;
    this.#add(group, 1, effort, overtime, switching, at - (asked[i] as number), cost);
  }

  /** The same for the leads of the block from place `first` on, whom people turn to at once. */
  countAll(group: number, first: number, { count, spent }: Crowd): void {
    const perHour = this.#staff.groups[group]?.costPerHour ?? 0;
    const since = this.#countsFrom;
    if (perHour === 0) spent.fill(0, first, count);
    const costs = perHour > 0 ? costServed(first, count, since, perHour) : 0;
    sumServed(first, count, since);
    const of = (row: number): number => said[row] as number;
    this.#lastDone = Math.max(this.#lastDone, of(SUMS.last));
    this.#add(group, of(SUMS.tasks), of(SUMS.worked), of(SUMS.overtime), 0, of(SUMS.waited), costs);
  }

  #add(
    group: number,
    tasks: number,
    worked: number,
    overtime: number,
    switching: number,
    waited: number,
    spent: number
  ): void {
    const sums = this.#sums;
    const row = group * this.#rows;
    this.#tasks[group] = (this.#tasks[group] as number) + tasks;
    sums[row + PEOPLE.worked] = (sums[row + PEOPLE.worked] as number) + worked;
    sums[row + PEOPLE.overtime] = (sums[row + PEOPLE.overtime] as number) + overtime;
    sums[row + PEOPLE.switching] = (sums[row + PEOPLE.switching] as number) + switching;
    sums[row + PEOPLE.waited] = (sums[row + PEOPLE.waited] as number) + waited;
    sums[row + PEOPLE.spent] = (sums[row + PEOPLE.spent] as number) + spent;
  }

  flush(people: PeopleTally): void {
    this.#tasks.forEach((tasks, group) => {
      people.tasks[group] = (people.tasks[group] as number) + tasks;
      for (const row of Object.values(PEOPLE))
        people.add(group, row, this.#sums[group * this.#rows + row] as number);
    });
    this.#tasks.fill(0);
    this.#sums.fill(0);
  }

  /** Writes how long everybody was there. */
  summarize(people: PeopleTally, replication: number): void {
    const { groups } = this.#staff;
    const to = Math.max(this.#lastDone, this.#countsFrom);
    groups.forEach(({ hours }, group) => {
      people.available[replication * groups.length + group] = openBetween(
        hours,
        this.#countsFrom,
        to
      );
    });
  }
}

import { openBetween } from '$lib/calendar';
import { STAGE, type Plan } from '../lead/plan';
import type { StaffModel } from '../model/staff-model';
import { PEOPLE, type PeopleTally } from '../statistics/people-tally';
import { Desk, type Assignment, type DeskHost } from './desk';
import type { KeyedHeap } from './keyed-heap';
import type { Asked } from './requests';

const HOUR = 3_600_000;

/** Whoever planned a task that asks for somebody. */
export interface TaskOwner {
  /** The first instant from `at` on at which the task may begin. */
  mayBegin(plan: Plan, at: number): number;
  /** Somebody's time was spent on it: thousandths of money. */
  spend(thousandths: number): void;
}

/** Lets the tasks of many leads share people and quotas, and counts what people do. */
export class Staffing implements DeskHost {
  readonly asks: readonly Int32Array[];
  readonly desk: Desk;
  /** Where the lead that asks is to be woken. */
  slot = 0;
  /** What is taken from here on is counted: what came before warms up. */
  countsFrom = 0;
  /** When the last task was done that took somebody's time. */
  lastDone = -Infinity;
  readonly #staff: StaffModel;
  readonly #people: PeopleTally;
  readonly #wakes: KeyedHeap;
  readonly #plans: (Plan | undefined)[] = [];
  readonly #owners: (TaskOwner | undefined)[] = [];
  readonly #slots: number[] = [];

  constructor(staff: StaffModel, people: PeopleTally, wakes: KeyedHeap) {
    this.asks = staff.asks;
    this.desk = new Desk(staff);
    this.#staff = staff;
    this.#people = people;
    this.#wakes = wakes;
  }

  ask(owner: TaskOwner, plan: Plan, task: Asked): void {
    const request = this.desk.ask(task);
    plan.request = request;
    plan.stage = STAGE.waiting;
    this.#plans[request] = plan;
    this.#owners[request] = owner;
    this.#slots[request] = this.slot;
  }

  mayBegin(request: number, at: number): number {
    const plan = this.#plans[request];
    return plan ? (this.#owners[request]?.mayBegin(plan, at) ?? at) : at;
  }

  begun(request: number, made: Readonly<Assignment>): void {
    const plan = this.#plans[request];
    if (!plan) return;
    plan.stage = STAGE.working;
    plan.group = made.group;
    plan.taken = made.at;
    plan.switching = made.switching;
    plan.begins = made.begins;
    plan.effort = made.effort;
    plan.at = made.ends;
    plan.overtime = made.overtime;
    this.#wake(request, made.ends);
  }

  putOff(request: number, until: number): void {
    const plan = this.#plans[request];
    if (!plan) return;
    plan.stage = STAGE.asking;
    plan.asks = until;
    this.#wake(request, until);
  }

  /** Work on a task is done. */
  finish(plan: Plan, owner: TaskOwner): void {
    const { group, taken, switching, effort, overtime, request } = plan;
    this.desk.release(request);
    if (group >= 0 && plan.at > this.lastDone) this.lastDone = plan.at;
    this.#count(owner, group, taken, taken - plan.asked, effort, switching, overtime);
  }

  /** A task is taken away: what waited for somebody waits no more, whoever worked on it is free. */
  leave(plan: Plan, now: number, owner: TaskOwner): void {
    const { group, taken, request } = plan;
    if (plan.stage === STAGE.waiting) {
      this.desk.withdraw(request);
      const [first = -1] = this.#staff.demands[this.desk.demandOf(request)]?.groups ?? [];
      if (first >= 0 && now >= this.countsFrom)
        this.#people.add(first, PEOPLE.waited, now - plan.asked);
      return;
    }
    this.desk.release(request);
    if (group >= 0 && now > this.lastDone) this.lastDone = now;
    const hours = this.#hoursOf(plan);
    const total = hours ? openBetween(hours, taken, now) : now - taken;
    const switching = Math.min(plan.switching, total);
    const overtime =
      group < 0 || hours || plan.overtime === 0 ? 0 : total - this.#openBetween(group, taken, now);
    this.#count(owner, group, taken, taken - plan.asked, total - switching, switching, overtime);
  }

  /** Nobody asks for the task any more, and nothing of it counts. */
  forget(plan: Plan): void {
    if (plan.stage === STAGE.waiting) this.desk.withdraw(plan.request);
    else this.desk.release(plan.request);
  }

  /** Milliseconds of work done on a task that somebody has taken, until `now`. */
  workedUntil(plan: Plan, now: number): number {
    if (now <= plan.begins) return 0;
    const hours = this.#hoursOf(plan);
    const time = hours ? openBetween(hours, plan.begins, now) : now - plan.begins;
    return Math.min(plan.effort, time);
  }

  /** Writes how long everybody was there, so far. */
  summarize(replication: number): void {
    const { groups } = this.#staff;
    groups.forEach((_, group) => {
      const row = replication * groups.length + group;
      const to = Math.max(this.lastDone, this.countsFrom);
      this.#people.available[row] =
        to < Infinity ? this.#openBetween(group, this.countsFrom, to) : 0;
    });
  }

  /** The hours of those who stop when they go home; null: they finish first. */
  #hoursOf({ group }: Plan) {
    const of = this.#staff.groups[group];
    return of && !of.finishes ? of.hours : null;
  }

  #openBetween(group: number, from: number, to: number): number {
    const hours = this.#staff.groups[group]?.hours;
    return hours ? openBetween(hours, from, to) : 0;
  }

  #count(
    owner: TaskOwner,
    group: number,
    taken: number,
    waited: number,
    worked: number,
    switching: number,
    overtime: number
  ): void {
    const of = this.#staff.groups[group];
    if (!of) return;
    const spent =
      of.costPerHour > 0 ? Math.round((of.costPerHour * 1000 * (worked + switching)) / HOUR) : 0;
    if (spent > 0) owner.spend(spent);
    if (taken < this.countsFrom) return;
    const people = this.#people;
    people.tasks[group] = (people.tasks[group] as number) + 1;
    people.add(group, PEOPLE.worked, worked);
    people.add(group, PEOPLE.waited, waited);
    if (switching > 0) people.add(group, PEOPLE.switching, switching);
    if (overtime > 0) people.add(group, PEOPLE.overtime, overtime);
    if (spent > 0) people.add(group, PEOPLE.spent, spent);
  }

  #wake(request: number, at: number): void {
    const slot = this.#slots[request] ?? 0;
    if (at < this.#wakes.keyOf(slot)) this.#wakes.set(slot, at);
  }
}

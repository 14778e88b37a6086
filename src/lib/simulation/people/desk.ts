import { addBusinessTime, openBetween } from '$lib/calendar';
import type { StaffModel } from '../model/staff-model';
import { Crew } from './crew';
import { Queue } from './queue';
import { QuotaDays } from './quota-days';
import { Requests, type Asked } from './requests';

/** Somebody takes a task. */
export interface Assignment {
  /** Row of the group; -1: nobody was needed. */
  group: number;
  /** When it was taken. */
  at: number;
  /** Milliseconds to turn to it. */
  switching: number;
  /** When work on it begins, and is done. */
  begins: number;
  ends: number;
  /** Milliseconds of work. */
  effort: number;
  /** Milliseconds of work and of turning to it that lie outside the group's hours. */
  overtime: number;
}

/** Whoever asked. */
export interface DeskHost {
  /** The first instant from `at` on at which the task may begin. */
  mayBegin(request: number, at: number): number;
  /** It begins. What is said holds until the next one is told. */
  begun(request: number, assignment: Readonly<Assignment>): void;
  /** It may not begin before `until`: the desk has forgotten it. */
  putOff(request: number, until: number): void;
}

/**
 * Where tasks wait for the people and quotas of a model: it knows nothing of leads. Time passes by
 * `assign` alone and never goes back.
 */
export class Desk {
  readonly #staff: StaffModel;
  readonly #requests: Requests;
  readonly #crews: readonly Crew[];
  readonly #quotas: readonly QuotaDays[];
  /** One a demand of the model. */
  readonly #queues: readonly Queue[];
  readonly #assignment: Assignment = {
    group: -1,
    at: 0,
    switching: 0,
    begins: 0,
    ends: 0,
    effort: 0,
    overtime: 0
  };
  /** Somebody came or went since the last `assign`. */
  #changed = false;
  #next = Infinity;
  /** Tasks that wait. */
  waiting = 0;

  constructor(staff: StaffModel) {
    this.#staff = staff;
    this.#requests = new Requests(staff.order);
    this.#crews = staff.groups.map((group) => new Crew(group));
    this.#quotas = staff.quotas.map((quota) => new QuotaDays(quota, staff.calendar));
    this.#queues = staff.demands.map(() => new Queue(this.#requests));
  }

  /** When something may be assigned again; `now`, where something has changed; Infinity: not by itself. */
  next(now: number): number {
    if (this.waiting === 0) return Infinity;
    return this.#changed ? now : this.#next;
  }

  /** A task asks; its number here, until it is released or withdrawn. */
  ask(task: Asked): number {
    const row = this.#requests.add(task);
    this.#queues[task.demand]?.push(row);
    this.waiting++;
    this.#changed = true;
    return row;
  }

  /** Row of the model's demands that a task asked by; also right after it is gone. */
  demandOf(row: number): number {
    return this.#requests.demand[row] as number;
  }

  /** A task that waits needs nobody any more. */
  withdraw(row: number): void {
    this.#leaveQueue(row);
    this.#requests.drop(row);
  }

  /** Work on a task is over, done or not: whoever was at it is free. */
  release(row: number): void {
    const { group, person } = this.#requests;
    const of = group[row] as number;
    if (of >= 0) this.#crews[of]?.give(person[row] as number);
    this.#requests.drop(row);
    this.#changed = true;
  }

  /** Everything that can begin at `at` does, in the queue's order. */
  assign(at: number, host: DeskHost): void {
    this.#changed = false;
    for (let row = this.#nextRow(at); row >= 0; row = this.#nextRow(at)) {
      this.#leaveQueue(row);
      const from = host.mayBegin(row, at);
      if (from > at) {
        this.#requests.drop(row);
        host.putOff(row, from);
      } else host.begun(row, this.#begin(row, at));
    }
    this.#next = this.waiting === 0 ? Infinity : this.#nextChance(at);
  }

  #leaveQueue(row: number): void {
    this.#queues[this.#requests.demand[row] as number]?.remove(row);
    this.waiting--;
  }

  /** The first of those for whom there is somebody, and room; -1: none. */
  #nextRow(at: number): number {
    const queues = this.#queues;
    let best = -1;
    for (let demand = 0; demand < queues.length; demand++) {
      const queue = queues[demand];
      if (!queue || queue.size === 0 || this.#chance(demand, at) > at) continue;
      const { first } = queue;
      if (best < 0 || this.#requests.before(first, best)) best = first;
    }
    return best;
  }

  /** The first instant from `at` on at which a task of the demand may begin if nobody comes or goes. */
  #chance(demand: number, at: number): number {
    const { groups, quotas } = this.#staff.demands[demand] ?? { groups: [], quotas: [] };
    let from = at;
    for (const row of quotas) {
      const room = this.#quotas[row]?.roomFrom(at) ?? at;
      if (room > from) from = room;
    }
    if (groups.length === 0) return from;
    let soonest = Infinity;
    for (const row of groups) {
      const crew = this.#crews[row];
      if (!crew || crew.free === 0) continue;
      const takes = crew.takesFrom(at);
      if (takes === at) return from;
      if (takes < soonest) soonest = takes;
    }
    return soonest > from ? soonest : from;
  }

  #nextChance(at: number): number {
    let next = Infinity;
    for (let demand = 0; demand < this.#queues.length; demand++) {
      if (this.#queues[demand]?.size === 0) continue;
      const chance = this.#chance(demand, at);
      if (chance < next) next = chance;
    }
    return next;
  }

  #begin(row: number, at: number): Assignment {
    const requests = this.#requests;
    const made = this.#assignment;
    const effort = requests.effort[row] as number;
    const { groups, quotas } = this.#staff.demands[requests.demand[row] as number] ?? {
      groups: [],
      quotas: []
    };
    for (const quota of quotas) this.#quotas[quota]?.use();
    made.at = at;
    made.group = -1;
    made.switching = 0;
    made.begins = at;
    made.effort = effort;
    made.overtime = 0;
    made.ends = at + effort;
    for (const group of groups) {
      const crew = this.#crews[group];
      if (!crew || crew.free === 0 || crew.takesFrom(at) > at) continue;
      const step = requests.step[row] as number;
      const person = crew.take(step);
      requests.group[row] = group;
      requests.person[row] = person;
      made.group = group;
      made.switching = crew.turn(person, step);
      made.effort = Math.floor(effort * crew.model.effort);
      this.#setTimes(made, crew);
      break;
    }
    return made;
  }

  #setTimes(made: Assignment, { model, closes }: Crew): void {
    const { at, switching, effort } = made;
    made.begins = at + switching;
    made.ends = at + switching + effort;
    if (made.ends <= closes) return;
    const nextDays = model.finishes
      ? Infinity
      : addBusinessTime(model.hours, at, switching + effort);
    // Whoever does not come back finishes first.
    if (nextDays >= model.goneFrom) {
      made.overtime = made.ends - at - openBetween(model.hours, at, made.ends);
      return;
    }
    made.begins = addBusinessTime(model.hours, at, switching);
    made.ends = nextDays;
  }
}

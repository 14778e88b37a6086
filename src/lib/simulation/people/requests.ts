import type { QueueOrder } from '$lib/domain';
import { grown } from './grown';

/** What a task that asks for somebody says of itself. */
export interface Asked {
  /** Row of the model's demands. */
  readonly demand: number;
  /** Number of its step, over all cadences. */
  readonly step: number;
  readonly lead: number;
  /** Tells tasks of one lead apart, in the order of its runs and their tokens. */
  readonly turn: number;
  readonly at: number;
  readonly priority: number;
  readonly due: number;
  /** Milliseconds of work. */
  readonly effort: number;
}

/** Tasks that wait for somebody, or that somebody is at work on: rows of columns, used again. */
export class Requests {
  readonly #order: QueueOrder;
  rank = new Float64Array(64);
  asked = new Float64Array(64);
  effort = new Float64Array(64);
  lead = new Int32Array(64);
  turn = new Int32Array(64);
  demand = new Int32Array(64);
  step = new Int32Array(64);
  /** Place in its queue; -1: in none. */
  place = new Int32Array(64);
  /** Row of the group of whoever is at work on it; -1: nobody. */
  group = new Int32Array(64);
  /** Number of the person in the group. */
  person = new Int32Array(64);
  readonly #free: number[] = [];
  #used = 0;

  constructor(order: QueueOrder) {
    this.#order = order;
  }

  add(task: Asked): number {
    const row = this.#free.pop() ?? this.#used++;
    if (row >= this.rank.length) this.#grow();
    this.rank[row] = rankOf(this.#order, task);
    this.asked[row] = task.at;
    this.effort[row] = task.effort;
    this.lead[row] = task.lead;
    this.turn[row] = task.turn;
    this.demand[row] = task.demand;
    this.step[row] = task.step;
    this.place[row] = -1;
    this.group[row] = -1;
    this.person[row] = -1;
    return row;
  }

  drop(row: number): void {
    this.#free.push(row);
  }

  /** Whether task `a` is taken before task `b`: the one order of those that wait (SIM-46). */
  before(a: number, b: number): boolean {
    const rank = (this.rank[a] as number) - (this.rank[b] as number);
    if (rank !== 0) return rank < 0;
    const asked = (this.asked[a] as number) - (this.asked[b] as number);
    if (asked !== 0) return asked < 0;
    const lead = (this.lead[a] as number) - (this.lead[b] as number);
    if (lead !== 0) return lead < 0;
    return (this.turn[a] as number) < (this.turn[b] as number);
  }

  #grow(): void {
    this.rank = grown(this.rank);
    this.asked = grown(this.asked);
    this.effort = grown(this.effort);
    this.lead = grown(this.lead);
    this.turn = grown(this.turn);
    this.demand = grown(this.demand);
    this.step = grown(this.step);
    this.place = grown(this.place);
    this.group = grown(this.group);
    this.person = grown(this.person);
  }
}

/** What comes before the instant at which a task asked; lower is earlier. */
function rankOf(order: QueueOrder, task: Pick<Asked, 'priority' | 'due'>): number {
  switch (order) {
    case 'fifo':
      return 0;
    case 'priority':
      return -task.priority;
    case 'dueFirst':
      return task.due;
  }
}

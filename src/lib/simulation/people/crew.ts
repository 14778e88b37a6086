import { closing, roll } from '$lib/calendar';
import type { GroupModel } from '../model/staff-model';
import { KeyedHeap } from './keyed-heap';

/** Before anybody has done anything. */
const NO_STEP = -1;

/**
 * The people of one group: who is free, and when they work. Instants never go back. Where turning to
 * another step takes no time nobody can tell them apart, so that they are only counted.
 */
export class Crew {
  readonly model: GroupModel;
  #free: number;
  readonly #apart: boolean;
  /** Numbers of the free, the lowest first; all of them, and by the step they last worked on. */
  readonly #everybody = new KeyedHeap();
  readonly #byStep = new Map<number, KeyedHeap>();
  readonly #last: Int32Array;
  #opens = -Infinity;
  #closes = -Infinity;

  constructor(model: GroupModel) {
    this.model = model;
    this.#free = model.count;
    this.#apart = model.switching > 0;
    this.#last = new Int32Array(this.#apart ? model.count : 0).fill(NO_STEP);
    for (let person = 0; person < this.#last.length; person++) this.#line(person);
  }

  get free(): number {
    return this.#free;
  }

  /** The first instant from `at` on at which they take tasks; Infinity: never again. */
  takesFrom(at: number): number {
    if (at >= this.#closes) {
      const { hours, goneFrom } = this.model;
      const opens = roll(hours, at);
      const isGone = opens >= goneFrom;
      this.#opens = isGone ? Infinity : opens;
      this.#closes = isGone ? Infinity : closing(hours, at);
    }
    return at < this.#opens ? this.#opens : at;
  }

  /** When they go home; right after `takesFrom` of the same instant. */
  get closes(): number {
    return this.#closes;
  }

  /** Whoever takes a task of a step: one who was at that step last, else the lowest number (SIM-47). */
  take(step: number): number {
    this.#free--;
    if (!this.#apart) return 0;
    const same = this.#byStep.get(step);
    const person = same && same.size > 0 ? same.pop() : this.#everybody.pop();
    this.#everybody.remove(person);
    this.#byStep.get(this.#last[person] as number)?.remove(person);
    return person;
  }

  /** Milliseconds that the person needs to turn to a step, which is the last one then. */
  turn(person: number, step: number): number {
    if (!this.#apart) return 0;
    const before = this.#last[person] as number;
    this.#last[person] = step;
    return before === step || before === NO_STEP ? 0 : this.model.switching;
  }

  give(person: number): void {
    this.#free++;
    if (this.#apart) this.#line(person);
  }

  #line(person: number): void {
    this.#everybody.set(person, person);
    const step = this.#last[person] as number;
    const same = this.#byStep.get(step);
    if (same) same.set(person, person);
    else {
      const heap = new KeyedHeap();
      heap.set(person, person);
      this.#byStep.set(step, heap);
    }
  }
}

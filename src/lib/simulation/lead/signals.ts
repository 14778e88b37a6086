import type { CompiledCalendar } from '$lib/calendar';
import { OP, type Program } from '$lib/program';
import type { Watcher } from './counting-sink';
import { delayed } from '../chance/delay';
import { PURPOSE, type Draws } from '../chance/draw';
import type { SignalModel } from '../model/signal-model';

/** A signal under way to a lead. */
interface Pending<Run> {
  readonly at: number;
  /** Row of the model's signals. */
  readonly row: number;
  /** The visit it came of. */
  readonly run: Run | null;
  readonly pc: number;
  readonly visit: number;
}

/** Draws the signals of one lead after the other, and hands them out in the order in which they come. */
export class Signals<Run> {
  readonly #models: readonly SignalModel[];
  readonly #calendar: CompiledCalendar;
  readonly #draws: Draws;
  readonly #program: Program;
  /** Rows of the models by the instruction that they come of. */
  readonly #after = new Map<number, number[]>();
  /** Instruction of each port. */
  readonly #from: Int32Array;
  #pending: Pending<Run>[] = [];
  /** When the next one comes; Infinity: none is under way. */
  next = Infinity;

  constructor(program: Program, models: readonly SignalModel[], draws: Draws) {
    this.#models = models;
    this.#calendar = program.calendar;
    this.#program = program;
    this.#draws = draws;
    this.#from = new Int32Array(program.target.length);
    program.nodes.forEach((_, pc) => {
      this.#from.fill(pc, program.firstPort[pc], program.firstPort[pc + 1]);
    });
    models.forEach(({ afterPc }, row) => {
      this.#after.set(afterPc, [...(this.#after.get(afterPc) ?? []), row]);
    });
  }

  /** Turns to another lead, which arrives at `at`. */
  arrive(at: number): void {
    this.#pending.length = 0;
    this.next = Infinity;
    this.#draw(-1, { at, run: null, pc: -1, visit: 1 }, 0);
  }

  /** Whoever hears what a run does at its steps; `lane` tells a lead's runs of one cadence apart. */
  watcher(run: Run, lane: number): Watcher | null {
    if (this.#models.length === 0) return null;
    const leavings = new Map<number, number>();
    return {
      done: (pc, visit, at) => this.#draw(pc, { at, run, pc, visit }, lane),
      left: (port, at) => {
        const pc = this.#from[port] ?? 0;
        // A fork is left by all its ports at once; what comes of a task comes of doing it.
        if (this.#program.op[pc] === OP.task || !this.#after.has(pc)) return;
        if (this.#program.op[pc] === OP.fork && port !== this.#program.firstPort[pc]) return;
        const visit = (leavings.get(pc) ?? 0) + 1;
        leavings.set(pc, visit);
        this.#draw(pc, { at, run, pc, visit }, lane);
      }
    };
  }

  /** Takes the next signal off the list. */
  take(): Pending<Run> | undefined {
    const first = this.#pending.shift();
    this.next = this.#pending[0]?.at ?? Infinity;
    return first;
  }

  #draw(after: number, from: Omit<Pending<Run>, 'row'>, lane: number): void {
    for (const row of this.#after.get(after) ?? []) {
      const model = this.#models[row];
      if (!model) continue;
      const key = model.key + lane;
      if (this.#draws.uniform(key, from.visit, PURPOSE.signal) >= model.chance) continue;
      const u = this.#draws.uniform(key, from.visit, PURPOSE.signalDelay);
      this.#add({ ...from, at: delayed(model.delay, this.#calendar, from.at, u), row });
    }
  }

  /** By instant; those of one instant in the scenario's order. */
  #add(signal: Pending<Run>): void {
    const before = this.#pending.findIndex(
      ({ at, row }) => at > signal.at || (at === signal.at && row > signal.row)
    );
    if (before < 0) this.#pending.push(signal);
    else this.#pending.splice(before, 0, signal);
    this.next = this.#pending[0]?.at ?? Infinity;
  }
}

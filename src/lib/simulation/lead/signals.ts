import type { CompiledCalendar } from '$lib/calendar';
import { OP, type Program } from '$lib/program';
import type { Watcher } from './counting-sink';
import { delayed } from '../chance/delay';
import { PURPOSE, type Draws } from '../chance/draw';
import type { SignalModel } from '../model/signal-model';
import { PendingSignals, type Pending } from './pending-signals';

const NOTHING: readonly number[] = [];

/** Hears what one run after the other does at its steps, so that signals may come of it. */
export interface RunWatcher<Run> extends Watcher {
  /** Turns to a run that begins; `lane` tells a lead's runs of one cadence apart. */
  begin(run: Run, lane: number): void;
  /** How often each step was gone on from by that run: to be put aside. */
  counts(): readonly number[];
  /** Turns back to a run with these counts. */
  goOn(counts: readonly number[]): void;
}

/** Signals of a lead that is put aside. */
export interface AsideSignals {
  readonly pending: readonly Readonly<Pending<unknown>>[];
  readonly counts: readonly number[];
}

/** Where signals come from in a cadence: the same for all its leads. */
export class SignalPlaces {
  readonly models: readonly SignalModel[];
  readonly calendar: CompiledCalendar;
  /** Rows of the models by the instruction that they come of. */
  readonly after: readonly (readonly number[])[];
  /** Rows of those that come once a lead. */
  readonly once: readonly number[];
  /** Instruction of each port by which signals may come; -1: none may. */
  readonly from: Int32Array;
  /** Instructions by whose ports signals may come. */
  readonly counted: readonly number[];

  constructor(program: Program, models: readonly SignalModel[]) {
    this.models = models;
    this.calendar = program.calendar;
    const rowsOf = (after: number) =>
      models.flatMap(({ afterPc }, row) => (afterPc === after ? [row] : NOTHING));
    this.after = program.nodes.map((_, pc) => rowsOf(pc));
    this.once = rowsOf(-1);
    this.from = new Int32Array(program.target.length).fill(-1);
    program.nodes.forEach((_, pc) => {
      // What comes of a task comes of doing it.
      if (program.op[pc] === OP.task || this.after[pc]?.length === 0) return;
      const first = program.firstPort[pc] ?? 0;
      // A fork is left by all its ports at once.
      const end = program.op[pc] === OP.fork ? first + 1 : program.firstPort[pc + 1];
      this.from.fill(pc, first, end);
    });
    this.counted = [...new Set(this.from)].filter((pc) => pc >= 0);
  }
}

/** Draws the signals of one lead after the other, and hands them out in the order in which they come. */
export class Signals<Run> {
  readonly #places: SignalPlaces;
  readonly #draws: Draws;
  readonly #pending = new PendingSignals<Run>();

  constructor(places: SignalPlaces, draws: Draws) {
    this.#places = places;
    this.#draws = draws;
  }

  /** When the next one comes; Infinity: none is under way. */
  get next(): number {
    return this.#pending.next;
  }

  /** Turns to another lead, which arrives at `at`. */
  arrive(at: number): void {
    this.#pending.clear();
    this.#draw(this.#places.once, at, null, -1, 1, 0);
  }

  /** What is under way to a lead that is put aside, and what its one run has gone on from. */
  putAside(watcher: RunWatcher<Run> | null): AsideSignals | null {
    return watcher && { pending: this.#pending.all(), counts: watcher.counts() };
  }

  /** Turns back to a lead; its watcher has turned to its run. */
  takeUp({ pending, counts }: AsideSignals, run: Run, watcher: RunWatcher<Run> | null): void {
    this.#pending.clear();
    for (const each of pending)
      this.#pending.add(each.at, each.row, each.run === null ? null : run, each.pc, each.visit);
    watcher?.goOn(counts);
  }

  /** Whoever hears what runs do at their steps; null: nothing comes of it. */
  watcher(first: Run): RunWatcher<Run> | null {
    const { models, after, from, counted } = this.#places;
    if (models.length === 0) return null;
    const leavings = new Int32Array(after.length);
    let run = first;
    let lane = 0;
    return {
      begin: (next, itsLane) => {
        run = next;
        lane = itsLane;
        leavings.fill(0);
      },
      counts: () => counted.map((pc) => leavings[pc] as number),
      goOn: (counts) => {
        for (let i = 0; i < counts.length; i++)
          leavings[counted[i] as number] = counts[i] as number;
      },
      done: (pc, visit, at) => {
        const rows = after[pc];
        if (rows && rows.length > 0) this.#draw(rows, at, run, pc, visit, lane);
      },
      left: (port, at) => {
        const pc = from[port] as number;
        if (pc < 0) return;
        const visit = (leavings[pc] as number) + 1;
        leavings[pc] = visit;
        this.#draw(after[pc] ?? NOTHING, at, run, pc, visit, lane);
      }
    };
  }

  /** Takes the next signal off the list; it is the caller's until something else happens. */
  take(): Readonly<Pending<Run>> | null {
    return this.#pending.take();
  }

  #draw(
    rows: readonly number[],
    from: number,
    run: Run | null,
    pc: number,
    visit: number,
    lane: number
  ): void {
    const { models, calendar } = this.#places;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const model = models[row];
      if (!model) continue;
      const key = (model.key + lane) | 0;
      if (this.#draws.uniform(key, visit, PURPOSE.signal) >= model.chance) continue;
      const u = this.#draws.uniform(key, visit, PURPOSE.signalDelay);
      this.#pending.add(delayed(model.delay, calendar, from, u), row, run, pc, visit);
    }
  }
}

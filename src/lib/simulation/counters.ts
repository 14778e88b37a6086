import { CAUSE, STATUS, type RunState } from '$lib/engine';
import type { Program } from '$lib/program';

/** Thresholds of one step are told apart by this many bits of a key. */
const THRESHOLDS = 32;

/** Rows are the engine's own; one cast here instead of a check at every step of every lead. */
function add(column: Float64Array, row: number, amount: number): void {
  column[row] = (column[row] as number) + amount;
}

/** What happened in one cadence, over all its runs. */
export class Counters {
  readonly program: Program;
  readonly reached: Float64Array;
  readonly visits: Float64Array;
  readonly passages: Float64Array;
  readonly exits: Float64Array;
  /** Row `pc`, column disposition + 1; column 0 is "done, no disposition". */
  readonly outcomes: Float64Array;
  readonly skipped: Float64Array;
  readonly refused: Float64Array;
  readonly held: Float64Array;
  readonly waited: Float64Array;
  readonly worked: Float64Array;
  readonly handlers: Float64Array;
  readonly columns: number;
  /** Ends without an exit: by cause, and the instruction or disposition that made it. */
  readonly otherEnds = new Map<string, { cause: number; from: number; count: number }>();
  readonly #timeLimits = new Map<number, number>();
  runs = 0;
  unfinished = 0;

  constructor(program: Program) {
    const size = program.op.length;
    this.program = program;
    this.columns = program.dispositions.length + 1;
    this.reached = new Float64Array(size);
    this.visits = new Float64Array(size);
    this.exits = new Float64Array(size);
    this.outcomes = new Float64Array(size * this.columns);
    this.skipped = new Float64Array(size);
    this.refused = new Float64Array(size);
    this.held = new Float64Array(size);
    this.waited = new Float64Array(size);
    this.worked = new Float64Array(size);
    this.handlers = new Float64Array(program.handlers.length);
    this.passages = new Float64Array(program.edges.length);
  }

  addVisit(pc: number, visit: number): void {
    add(this.visits, pc, 1);
    if (visit === 1) add(this.reached, pc, 1);
  }

  addPassage(port: number): void {
    add(this.passages, this.program.edge[port] ?? 0, 1);
  }

  addOutcome(pc: number, disposition: number): void {
    add(this.outcomes, pc * this.columns + disposition + 1, 1);
  }

  addSkipped(pc: number): void {
    add(this.skipped, pc, 1);
  }

  addRefused(pc: number): void {
    add(this.refused, pc, 1);
  }

  addHeld(pc: number): void {
    add(this.held, pc, 1);
  }

  addHandled(handler: number): void {
    add(this.handlers, handler, 1);
  }

  addWaiting(pc: number, milliseconds: number): void {
    add(this.waited, pc, milliseconds);
  }

  addEffort(pc: number, milliseconds: number): void {
    add(this.worked, pc, milliseconds);
  }

  addTimeLimit(pc: number, threshold: number): void {
    const key = pc * THRESHOLDS + threshold;
    this.#timeLimits.set(key, (this.#timeLimits.get(key) ?? 0) + 1);
  }

  /** How often the threshold of a step was reached. */
  timeLimit(pc: number, threshold: number): number {
    return this.#timeLimits.get(pc * THRESHOLDS + threshold) ?? 0;
  }

  /** A run is over: by an exit, otherwise, or without an end. */
  addRun({ status, cause, endPc, endDisposition }: RunState): void {
    this.runs++;
    if (status !== STATUS.ended) {
      this.unfinished++;
      return;
    }
    if (cause === CAUSE.exit) return add(this.exits, endPc, 1);
    const from = cause === CAUSE.finish ? endDisposition : endPc;
    const key = `${cause} ${from}`;
    const row = this.otherEnds.get(key) ?? { cause, from, count: 0 };
    row.count++;
    this.otherEnds.set(key, row);
  }
}

import { CAUSE, STATUS, type RunState } from '$lib/engine';
import { OP, type Program, type SlaSpec } from '$lib/program';
import { absorbSums, addToSum, sumOf } from './sums';

/** Rows are the engine's own; one cast here instead of a check at every step of every lead. */
function add(column: Float64Array, row: number, amount: number): void {
  column[row] = (column[row] as number) + amount;
}

/** Rows of `CadenceTally.times`: sums over the leads of a cell. */
export const TIME = { elapsed: 0, cycle: 1, firstResponse: 2 } as const;
/** Rows after them: thousandths of money, for people's work and for touches in linked cadences. */
const SPENT = { people: 3, linked: 4 } as const;
const TIMES = 5;

/** Rows of `CadenceTally.ends`: ends by nothing that has a row of its own. */
const END = { limit: 0, stopped: 1, optedOut: 2, unfinished: 3, runs: 4, answered: 5 } as const;
const ENDS = 6;

/**
 * What happened in one cadence: whole numbers in two columns, `counts` and `sums`, with named parts of
 * them. Two tallies of one program are added column by column, in any order.
 */
export class CadenceTally {
  readonly program: Program;
  readonly counts: Float64Array;
  /** Pairs (see sums.ts): waiting, work and idle time by instruction, then the `TIME` rows. */
  readonly sums: Float64Array;
  readonly reached: Float64Array;
  readonly visits: Float64Array;
  /** By row of `Program.edges`. */
  readonly passages: Float64Array;
  readonly exits: Float64Array;
  /** Row `pc`, column disposition + 1; column 0 is "done, no disposition". */
  readonly outcomes: Float64Array;
  readonly skipped: Float64Array;
  readonly refused: Float64Array;
  readonly held: Float64Array;
  /** Tasks that opened once more: tried again, repeated, called back. */
  readonly again: Float64Array;
  /** Tasks done after they were due, or never. */
  readonly late: Float64Array;
  /** Visits that were not over when the lead was followed no further. */
  readonly resting: Float64Array;
  readonly handlers: Float64Array;
  /** By disposition that ended the run by itself. */
  readonly finishes: Float64Array;
  /** By instruction of the handoff. */
  readonly handoffs: Float64Array;
  readonly waited: Float64Array;
  readonly worked: Float64Array;
  /** Begun, and nobody at work: people had gone home. */
  readonly idle: Float64Array;
  readonly times: Float64Array;
  /** Columns of `outcomes`. */
  readonly columns: number;
  readonly #ends: Float64Array;
  readonly #timeLimits: Float64Array;
  /** First row of an instruction's thresholds. */
  readonly #firstLimit: Int32Array;

  constructor(program: Program) {
    const size = program.op.length;
    this.program = program;
    this.columns = program.dispositions.length + 1;
    this.#firstLimit = firstLimits(program);
    const lengths = {
      reached: size,
      visits: size,
      passages: program.edges.length,
      exits: size,
      outcomes: size * this.columns,
      skipped: size,
      refused: size,
      held: size,
      again: size,
      late: size,
      resting: size,
      handlers: program.handlers.length,
      finishes: program.dispositions.length,
      handoffs: size,
      ends: ENDS,
      limits: this.#firstLimit[size] ?? 0
    };
    this.counts = new Float64Array(Object.values(lengths).reduce((sum, length) => sum + length, 0));
    let from = 0;
    const part = (length: number): Float64Array => this.counts.subarray(from, (from += length));
    this.reached = part(lengths.reached);
    this.visits = part(lengths.visits);
    this.passages = part(lengths.passages);
    this.exits = part(lengths.exits);
    this.outcomes = part(lengths.outcomes);
    this.skipped = part(lengths.skipped);
    this.refused = part(lengths.refused);
    this.held = part(lengths.held);
    this.again = part(lengths.again);
    this.late = part(lengths.late);
    this.resting = part(lengths.resting);
    this.handlers = part(lengths.handlers);
    this.finishes = part(lengths.finishes);
    this.handoffs = part(lengths.handoffs);
    this.#ends = part(lengths.ends);
    this.#timeLimits = part(lengths.limits);
    this.sums = new Float64Array(2 * (3 * size + TIMES));
    this.waited = this.sums.subarray(0, 2 * size);
    this.worked = this.sums.subarray(2 * size, 4 * size);
    this.idle = this.sums.subarray(4 * size, 6 * size);
    this.times = this.sums.subarray(6 * size);
  }

  get runs(): number {
    return this.#ends[END.runs] ?? 0;
  }
  get unfinished(): number {
    return this.#ends[END.unfinished] ?? 0;
  }
  /** Leads that got a first touch. */
  get answered(): number {
    return this.#ends[END.answered] ?? 0;
  }
  get limit(): number {
    return this.#ends[END.limit] ?? 0;
  }
  get stopped(): number {
    return this.#ends[END.stopped] ?? 0;
  }
  get optedOut(): number {
    return this.#ends[END.optedOut] ?? 0;
  }

  /** Touches of one instruction, however they ended. */
  touchesAt(pc: number): number {
    let sum = 0;
    for (let row = pc * this.columns; row < (pc + 1) * this.columns; row++)
      sum += this.outcomes[row] as number;
    return sum;
  }

  get touches(): number {
    return this.outcomes.reduce((sum, count) => sum + count, 0);
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

  addAgain(pc: number): void {
    add(this.again, pc, 1);
  }

  addLate(pc: number): void {
    add(this.late, pc, 1);
  }

  /** The lead is followed no further, and was here. */
  addResting(pc: number): void {
    add(this.resting, pc, 1);
  }

  addHandled(handler: number): void {
    add(this.handlers, handler, 1);
  }

  addWaiting(pc: number, milliseconds: number): void {
    if (milliseconds > 0) addToSum(this.waited, pc, milliseconds);
  }

  addEffort(pc: number, milliseconds: number): void {
    if (milliseconds > 0) addToSum(this.worked, pc, milliseconds);
  }

  addIdle(pc: number, milliseconds: number): void {
    if (milliseconds > 0) addToSum(this.idle, pc, milliseconds);
  }

  /** One lead's time; `row` is of TIME. */
  addTime(row: number, milliseconds: number): void {
    addToSum(this.times, row, milliseconds);
  }

  addAnswered(): void {
    add(this.#ends, END.answered, 1);
  }

  /** Many leads at once: counts of answered leads and of runs that came to an end. */
  addMany(answered: number, runs: number): void {
    add(this.#ends, END.answered, answered);
    add(this.#ends, END.runs, runs);
  }

  addOptedOut(runs: number): void {
    add(this.#ends, END.optedOut, runs);
  }

  /** Runs that are followed no further, and are at an instruction. */
  addUnfinished(pc: number, runs: number): void {
    add(this.resting, pc, runs);
    add(this.#ends, END.runs, runs);
    add(this.#ends, END.unfinished, runs);
  }

  timeOf(row: number): number {
    return sumOf(this.times, row);
  }

  /** People's work cost so many thousandths of money. */
  addSpent(thousandths: number): void {
    if (thousandths > 0) addToSum(this.times, SPENT.people, thousandths);
  }

  /** A touch of the lead in a linked cadence cost so many thousandths of money. */
  addLinkedCost(thousandths: number): void {
    if (thousandths > 0) addToSum(this.times, SPENT.linked, thousandths);
  }

  /** Thousandths of money that people's work cost. */
  get spent(): number {
    return sumOf(this.times, SPENT.people);
  }

  /** Thousandths of money that touches in linked cadences cost. */
  get linkedCost(): number {
    return sumOf(this.times, SPENT.linked);
  }

  addTimeLimit(pc: number, threshold: number): void {
    add(this.#timeLimits, (this.#firstLimit[pc] ?? 0) + threshold, 1);
  }

  /** How often the threshold of a step was reached. */
  timeLimit(pc: number, threshold: number): number {
    return this.#timeLimits[(this.#firstLimit[pc] ?? 0) + threshold] ?? 0;
  }

  /** A run is over: by an exit, otherwise, or without an end. */
  addRun({ status, cause, endPc, endDisposition, tokens }: RunState): void {
    add(this.#ends, END.runs, 1);
    if (status !== STATUS.ended) {
      for (const { alive, pc } of tokens) if (alive) this.addResting(pc);
      return add(this.#ends, END.unfinished, 1);
    }
    switch (cause) {
      case CAUSE.exit:
        return add(this.exits, endPc, 1);
      case CAUSE.handoff:
        return add(this.handoffs, endPc, 1);
      case CAUSE.finish:
        return add(this.finishes, endDisposition, 1);
      case CAUSE.limit:
        return add(this.#ends, END.limit, 1);
      case CAUSE.optedOut:
        return add(this.#ends, END.optedOut, 1);
      default:
        return add(this.#ends, END.stopped, 1);
    }
  }

  /** Adds another tally of the same program. */
  absorb({ counts, sums }: Pick<CadenceTally, 'counts' | 'sums'>): void {
    for (let i = 0; i < counts.length; i++) add(this.counts, i, counts[i] as number);
    absorbSums(this.sums, sums);
  }
}

/** How many numbers a tally of a program holds. */
export function numbersOf(program: Program): number {
  const { counts, sums } = new CadenceTally(program);
  return counts.length + sums.length;
}

/** The time limits of an instruction. */
export function limitsOf(program: Program, pc: number): readonly SlaSpec[] {
  const arg = program.arg[pc] ?? 0;
  if (program.op[pc] === OP.task) return program.tasks[arg]?.sla ?? [];
  return program.op[pc] === OP.stage ? (program.stages[arg]?.sla ?? []) : [];
}

function firstLimits(program: Program): Int32Array {
  const first = new Int32Array(program.op.length + 1);
  program.op.forEach((_, pc) => {
    first[pc + 1] = (first[pc] ?? 0) + limitsOf(program, pc).length;
  });
  return first;
}

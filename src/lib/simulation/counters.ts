import type { Sink } from '$lib/engine';
import type { Program } from '$lib/program';
import { TimeGatherer } from './histogram';

/** Counts what happens to all leads; a sink, so it hears exactly what the engine did. */
export class Counters implements Sink {
  readonly reached: Float64Array;
  readonly visits: Float64Array;
  readonly passages: Float64Array;
  readonly exits: Float64Array;
  /** Row `pc`, column disposition + 1; column 0 is "done, no disposition". */
  readonly outcomes: Float64Array;
  readonly waited: Float64Array;
  readonly worked: Float64Array;
  readonly columns: number;
  readonly elapsed = new TimeGatherer();
  readonly cycle = new TimeGatherer();
  unfinished = 0;
  readonly #edge: Int32Array;

  constructor(program: Program) {
    const size = program.op.length;
    this.columns = program.dispositions.length + 1;
    this.reached = new Float64Array(size);
    this.visits = new Float64Array(size);
    this.exits = new Float64Array(size);
    this.outcomes = new Float64Array(size * this.columns);
    this.waited = new Float64Array(size);
    this.worked = new Float64Array(size);
    this.passages = new Float64Array(program.edges.length);
    this.#edge = program.edge;
  }

  entered(pc: number, visit: number): void {
    this.visits[pc] = (this.visits[pc] ?? 0) + 1;
    if (visit === 1) this.reached[pc] = (this.reached[pc] ?? 0) + 1;
  }

  left(port: number): void {
    const edge = this.#edge[port] ?? 0;
    this.passages[edge] = (this.passages[edge] ?? 0) + 1;
  }

  completed(pc: number, _visit: number, disposition: number): void {
    const cell = pc * this.columns + disposition + 1;
    this.outcomes[cell] = (this.outcomes[cell] ?? 0) + 1;
  }

  exited(pc: number): void {
    this.exits[pc] = (this.exits[pc] ?? 0) + 1;
  }

  ranAway(): void {
    this.unfinished++;
  }

  addWaiting(pc: number, milliseconds: number): void {
    this.waited[pc] = (this.waited[pc] ?? 0) + milliseconds;
  }

  addEffort(pc: number, milliseconds: number): void {
    this.worked[pc] = (this.worked[pc] ?? 0) + milliseconds;
  }

  // What the run's host sees for itself, or what simulated leads never do.
  opened(): void {}
  skipped(): void {}
  waiting(): void {}
  stopped(): void {}
}

import { STATUS, advance, createState, type Input, type RunState } from '$lib/engine';
import type { Counters } from './counters';
import { CountingSink } from './counting-sink';
import type { Draws } from './draw';
import { drive } from './drive';
import type { Arrival, Life } from './life';
import { keepsLog, type Model } from './model';
import { Planner } from './planner';
import { Signals } from './signals';
import type { Driven, World } from './world';

/** Lives the lives of leads that are in the simulated cadence alone: one state for all of them. */
export class SingleWorld implements World, Driven, Life {
  readonly #model: Model;
  readonly #counters: Counters;
  readonly #came: (row: number) => void;
  readonly #signals: Signals<null>;
  readonly planner: Planner;
  readonly state: RunState;
  readonly runs: readonly Driven[] = [this];
  readonly linked: readonly Counters[] = [];
  #sink: CountingSink;

  constructor(model: Model, counters: Counters, draws: Draws, came: (signal: number) => void) {
    this.#model = model;
    this.#counters = counters;
    this.#came = came;
    this.#signals = new Signals(model.program, model.signals, draws);
    this.#sink = new CountingSink(counters);
    this.planner = new Planner(model, counters, draws);
    this.state = createState(model.program);
    this.state.checksData = false;
    this.state.keepsLog = keepsLog(model);
  }

  get running(): boolean {
    return this.state.status === STATUS.running;
  }

  live({ at, segment, leadKey }: Arrival): RunState {
    const { state } = this;
    state.fields = this.#model.segments[segment]?.fields ?? {};
    state.leadKey = leadKey;
    if (this.running) state.status = STATUS.idle;
    if (this.#model.signals.length > 0) {
      this.#signals.arrive(at);
      this.#sink = new CountingSink(this.#counters, this.#signals.watcher(null, 0));
    }
    this.planner.begin(segment, 0);
    this.apply({ type: 'start', at });
    drive(this, at);
    this.#counters.addRun(state);
    return state;
  }

  get nextSignal(): number {
    return this.#signals.next;
  }

  apply(input: Input): void {
    advance(this.#model.program, this.state, input, this.#sink);
  }

  deliver(): void {
    const coming = this.#signals.take();
    const signal = coming && this.#model.signals[coming.row];
    if (!signal) return;
    const { at, pc, visit } = coming;
    this.#came(coming.row);
    if (signal.bounces) this.apply({ type: 'bounce', at, pc, visit });
    if (this.running) this.apply({ type: 'signal', at, signal: signal.signal });
  }
}

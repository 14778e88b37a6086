import { openBetween } from '$lib/calendar';
import { STATUS, advance, createState, type Input, type RunState } from '$lib/engine';
import { CountingSink } from './counting-sink';
import type { Tally } from '../statistics/tally';
import type { Draws } from '../chance/draw';
import { drive } from './drive';
import { LeadTally } from './lead-tally';
import type { Arrival, Life } from './life';
import { keepsLog, type Model } from '../model/model';
import { Planner } from './planner';
import { Signals } from './signals';
import type { Driven, World } from './world';

/** Lives the lives of leads that are in the simulated cadence alone: one state for all of them. */
export class SingleWorld implements World, Driven, Life {
  readonly #model: Model;
  readonly #lead = new LeadTally();
  readonly #signals: Signals<null>;
  readonly planner: Planner;
  readonly state: RunState;
  readonly runs: readonly Driven[] = [this];
  #sink: CountingSink;

  constructor(model: Model, tally: Tally, draws: Draws) {
    this.#model = model;
    const cell = tally.cell(0, 0, 0);
    this.#signals = new Signals(model.program, model.signals, draws);
    this.#sink = new CountingSink(cell, this.#lead);
    this.planner = new Planner(model, cell, this.#lead, draws);
    this.state = createState(model.program);
    this.state.checksData = false;
    this.state.lateness = this.planner.lateness;
    this.state.keepsLog = keepsLog(model);
  }

  get running(): boolean {
    return this.state.status === STATUS.running;
  }

  live(arrival: Arrival): RunState {
    const { at, segment, leadKey, fields, cell } = arrival;
    const { state } = this;
    this.#lead.begin(arrival);
    state.fields = fields;
    state.leadKey = leadKey;
    if (this.running) state.status = STATUS.idle;
    if (this.#model.signals.length > 0) {
      this.#signals.arrive(at);
      this.#sink = new CountingSink(cell, this.#lead, this.#signals.watcher(null, 0));
    }
    this.#sink.tally = cell;
    this.planner.begin(cell, segment, 0);
    this.apply({ type: 'start', at });
    drive(this, at);
    cell.addRun(state);
    if (state.status === STATUS.ended)
      this.#lead.end(state.endedAt, openBetween(this.#model.program.calendar, at, state.endedAt));
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
    this.#lead.signal(coming.row);
    if (signal.bounces) this.apply({ type: 'bounce', at, pc, visit });
    if (this.running) this.apply({ type: 'signal', at, signal: signal.signal });
  }
}

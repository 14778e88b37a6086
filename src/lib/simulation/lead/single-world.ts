import { openBetween } from '$lib/calendar';
import { STATUS, advance, createState, type Input, type RunState, type Sink } from '$lib/engine';
import { CountingSink } from './counting-sink';
import type { Draws } from '../chance/draw';
import { depart, proceed } from './drive';
import { both, workOf, type FollowedRun, type Follower } from './follower';
import { LeadTally } from './lead-tally';
import type { Arrival, Life } from './life';
import { keepsLog, type Model } from '../model/model';
import type { Staffing } from '../people/staffing';
import type { Tally } from '../statistics/tally';
import { Planner } from './planner';
import { Signals, type RunWatcher } from './signals';
import type { Course, Driven, World } from './world';

/** Lives the lives of leads that are in the simulated cadence alone: one state for all of them. */
export class SingleWorld implements World, Driven, Life {
  readonly #model: Model;
  readonly #lead = new LeadTally();
  readonly #signals: Signals<null>;
  readonly planner: Planner;
  readonly state: RunState;
  readonly runs: readonly Driven[] = [this];
  readonly course: Course = { now: 0, last: 0, inputs: 0 };
  index = 0;
  readonly #watcher: RunWatcher<null> | null;
  readonly #sink: CountingSink;
  /** Who hears of the run: `#sink`, and whoever follows the lead. */
  #heard: Sink;
  #follower: Follower | null = null;
  #arrival: Arrival | null = null;

  constructor(model: Model, tally: Tally, draws: Draws, staffing: Staffing | null) {
    this.#model = model;
    const cell = tally.cell(0, 0, 0);
    this.#signals = new Signals(model.program, model.signals, draws);
    this.#watcher = this.#signals.watcher(null);
    this.#sink = new CountingSink(cell, this.#lead, this.#watcher);
    this.#heard = this.#sink;
    this.planner = new Planner(model, 0, cell, { draws, lead: this.#lead, staffing });
    this.state = createState(model.program);
    this.state.checksData = false;
    this.state.lateness = this.planner.lateness;
    this.state.keepsLog = keepsLog(model);
  }

  get running(): boolean {
    return this.state.status === STATUS.running;
  }

  begin(arrival: Arrival): void {
    const { at, segment, leadKey, fields, cell } = arrival;
    const { state } = this;
    this.#arrival = arrival;
    this.index = arrival.index;
    depart(this.course, at);
    this.#lead.begin(arrival);
    state.fields = fields;
    state.leadKey = leadKey;
    if (this.running) state.status = STATUS.idle;
    if (this.#model.signals.length > 0) {
      this.#signals.arrive(at);
      this.#watcher?.begin(null, 0);
    }
    this.#sink.tally = cell;
    this.#follower = arrival.follower;
    this.#heard = this.#follower
      ? both(this.#sink, this.#follower.begins(this.#followed, at))
      : this.#sink;
    const priority = this.#model.segments[segment]?.priority ?? 0;
    this.planner.begin({ tally: cell, purse: cell, segment, priority, lane: 0, number: 0 });
    this.apply({ type: 'start', at });
  }

  proceed(upTo: number): number {
    return proceed(this, upTo);
  }

  end(): RunState {
    const { state } = this;
    const arrival = this.#arrival;
    if (!arrival) return state;
    arrival.cell.addRun(state);
    if (state.status === STATUS.ended) {
      const open = openBetween(this.#model.program.calendar, arrival.at, state.endedAt);
      this.#lead.end(state.endedAt, open);
    }
    return state;
  }

  get #followed(): FollowedRun {
    const { program } = this.#model;
    return { key: `${program.cadence}~1`, program, state: this.state };
  }

  get nextSignal(): number {
    return this.#signals.next;
  }

  apply(input: Input): void {
    if (this.#follower) this.#follower.input(this.#followed, input, workOf(this.planner, input));
    advance(this.#model.program, this.state, input, this.#heard);
  }

  deliver(): void {
    const coming = this.#signals.take();
    const signal = coming && this.#model.signals[coming.row];
    if (!signal) return;
    const { at, pc, visit } = coming;
    this.#lead.signal(coming.row);
    if (this.#follower) {
      const from = signal.bounces ? { run: this.#followed, pc, visit } : null;
      this.#follower.signal(signal.signal, at, from);
    }
    if (signal.bounces) this.apply({ type: 'bounce', at, pc, visit });
    if (this.running) this.apply({ type: 'signal', at, signal: signal.signal });
  }
}

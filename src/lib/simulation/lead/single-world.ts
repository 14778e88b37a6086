import { openBetween } from '$lib/calendar';
import {
  ParkedRuns,
  STATUS,
  advance,
  createState,
  nextTimer,
  type Input,
  type RunState,
  type Sink
} from '$lib/engine';
import { CountingSink } from './counting-sink';
import type { Draws } from '../chance/draw';
import { depart, giveUp, proceed } from './drive';
import { both, workOf, type FollowedRun, type Follower } from './follower';
import { LeadTally } from './lead-tally';
import type { Arrival } from './follower';
import type { Life } from './life';
import { keepsLog, type Model } from '../model/model';
import type { Staffing } from '../people/staffing';
import type { Tally } from '../statistics/tally';
import type { Aside } from './aside';
import { Planner } from './planner';
import type { Turn } from './turn';
import { Signals, type RunWatcher, type SignalPlaces } from './signals';
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

  constructor(
    model: Model,
    tally: Tally,
    draws: Draws,
    staffing: Staffing | null,
    places: SignalPlaces
  ) {
    this.#model = model;
    const cell = tally.cell(0, 0, 0);
    this.#signals = new Signals(places, draws);
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
    const { at, leadKey, fields, cell } = arrival;
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
    this.planner.begin(this.#turnOf(arrival));
    this.apply({ type: 'start', at });
  }

  proceed(upTo: number): number {
    return proceed(this, upTo);
  }

  giveUp(now: number): void {
    giveUp(this, now);
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

  /** Puts the lead aside in a row, so that another may live here; null: it cannot be. */
  putAside(runs: ParkedRuns, row: number): Aside | null {
    const arrival = this.#arrival;
    if (!arrival || this.#follower || !this.planner.isPlain || !ParkedRuns.isPlain(this.state))
      return null;
    runs.park(this.state, row);
    const { now, last, inputs } = this.course;
    const { touched } = this.#lead;
    const until = Math.min(nextTimer(this.state), this.nextSignal, last);
    const signals = this.#signals.putAside(this.#watcher);
    const plan = this.planner.putAside();
    return { arrival, touched, plan, now, inputs, until, signals, lead: null };
  }

  /** Goes on with a lead that was put aside in a row. */
  takeUp(runs: ParkedRuns, row: number, aside: Aside): void {
    const { arrival, touched, plan, now, inputs, signals } = aside;
    const { state, course } = this;
    const { at, fields, leadKey } = arrival;
    this.#arrival = arrival;
    this.index = arrival.index;
    depart(course, at);
    course.now = now;
    course.inputs = inputs;
    this.#lead.goOn(arrival, touched);
    runs.restore(state, row);
    state.fields = fields;
    state.leadKey = leadKey;
    this.#sink.tally = arrival.cell;
    this.#follower = null;
    this.#heard = this.#sink;
    this.#follower = null;
    this.planner.begin(this.#turnOf(arrival));
    this.planner.takeUp(plan);
    this.#watcher?.begin(null, 0);
    if (signals) this.#signals.takeUp(signals, null, this.#watcher);
  }

  #turnOf({ segment, cell }: Arrival): Turn {
    const priority = this.#model.segments[segment]?.priority ?? 0;
    return { tally: cell, purse: cell, segment, priority, lane: 0, number: 0 };
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

import { openBetween } from '$lib/calendar';
import type { CadenceId } from '$lib/domain';
import {
  LeadRuns,
  ParkedRuns,
  STATUS,
  nextTimer,
  programSource,
  type LeadRun,
  type ProgramSource,
  type RunState,
  type Sink
} from '$lib/engine';
import { present } from '$lib/util';
import type { CadenceModel } from '../model/cadence-model';
import type { CadenceTally } from '../statistics/cadence-tally';
import type { Draws } from '../chance/draw';
import type { Aside } from './aside';
import { depart, giveUp, proceed } from './drive';
import { both } from './follower';
import { LeadTally } from './lead-tally';
import type { Arrival } from './follower';
import type { Life } from './life';
import { keepsLog, type Model } from '../model/model';
import type { Staffing } from '../people/staffing';
import { Part } from './part';
import { Planner } from './planner';
import { Signals, type SignalPlaces } from './signals';
import type { Course, World } from './world';

/** Apart from each other are the draws of a lead's runs of one cadence by this. */
const LANE = 0x9e3779b1;

/** A cadence that leads come to, and the row of `Tally.linked` it counts in. */
interface Other {
  readonly model: CadenceModel;
  readonly row: number;
}

/** What all worlds of a model look things up in. */
export interface Linking {
  /** Linked cadences, and later runs of the simulated one: what they count in is a row of `Tally.linked`. */
  readonly others: ReadonlyMap<CadenceId, Other>;
  readonly source: ProgramSource;
}

export function linkingOf(model: Model): Linking {
  const others = [...model.linked, model].map(
    (each, row) => [each.program.cadence, { model: each, row }] as const
  );
  const programs = [model, ...model.linked].map(({ program }) => program);
  const source = programSource(new Map(programs.map((program) => [program.version, program])));
  return { others: new Map(others), source };
}

/** Lives the lives of leads that may come to several cadences. */
export class LinkedWorld implements World, Life {
  readonly #model: Model;
  readonly #draws: Draws;
  readonly #count = new LeadTally();
  readonly #staffing: Staffing | null;
  readonly #others: Linking['others'];
  readonly #signals: Signals<LeadRun>;
  readonly #lead: LeadRuns;
  readonly #parts = new Map<LeadRun, Part>();
  readonly runs: Part[] = [];
  readonly course: Course = { now: 0, last: 0, inputs: 0 };
  index = 0;
  #arrival: Arrival | null = null;

  constructor(
    model: Model,
    { others, source }: Linking,
    draws: Draws,
    staffing: Staffing | null,
    places: SignalPlaces
  ) {
    this.#model = model;
    this.#draws = draws;
    this.#staffing = staffing;
    this.#others = others;
    this.#signals = new Signals(places, draws);
    this.#lead = new LeadRuns({
      leadKey: 0,
      fields: {},
      source,
      checksData: false,
      sinkFor: (run) => this.#listen(run)
    });
  }

  begin(arrival: Arrival): void {
    const { at, leadKey, fields, index } = arrival;
    for (const { state } of this.runs) state.status = STATUS.idle;
    this.runs.length = 0;
    this.#arrival = arrival;
    this.index = index;
    depart(this.course, at);
    this.#count.begin(arrival);
    this.#lead.reset(leadKey, fields);
    this.#signals.arrive(at);
    this.#lead.enroll({ cadence: this.#model.program.cadence, at, cause: 'person' });
  }

  proceed(upTo: number): number {
    return proceed(this, upTo);
  }

  giveUp(now: number): void {
    giveUp(this, now);
  }

  end(): RunState {
    for (const { state, tally } of this.runs) tally.addRun(state);
    const { state } = present(this.runs[0], 'run of a lead that has arrived');
    const { at } = present(this.#arrival, 'lead that has arrived');
    if (state.status === STATUS.ended)
      this.#count.end(state.endedAt, openBetween(this.#model.program.calendar, at, state.endedAt));
    return state;
  }

  /** Puts the lead aside in a row, so that another may live here; null: it cannot be. */
  putAside(runs: ParkedRuns, row: number): Aside | null {
    const arrival = this.#arrival;
    const [part] = this.runs;
    if (!arrival || arrival.follower || !part || this.runs.length > 1) return null;
    if (!part.planner.isPlain || !ParkedRuns.isPlain(part.state)) return null;
    const lead = this.#lead.putAside();
    if (!lead) return null;
    runs.park(part.state, row);
    const { now, last, inputs } = this.course;
    const { touched } = this.#count;
    const until = Math.min(nextTimer(part.state), this.nextSignal, last);
    const signals = this.#signals.putAside(part.watcher);
    return { arrival, touched, plan: part.planner.putAside(), now, inputs, until, signals, lead };
  }

  /** Goes on with a lead that was put aside in a row. */
  takeUp(runs: ParkedRuns, row: number, aside: Aside): void {
    const { arrival, touched, plan, now, inputs, signals, lead } = aside;
    this.runs.length = 0;
    this.#arrival = arrival;
    this.index = arrival.index;
    depart(this.course, arrival.at);
    this.course.now = now;
    this.course.inputs = inputs;
    this.#count.goOn(arrival, touched);
    const run = this.#lead.takeUp(present(lead, 'lead of several cadences'), this.#model.program);
    runs.restore(run.state, row);
    const part = present(this.runs[0], 'run that was put aside');
    part.planner.takeUp(plan);
    if (signals) this.#signals.takeUp(signals, run, part.watcher);
  }

  get nextSignal(): number {
    return this.#signals.next;
  }

  deliver(): void {
    const coming = this.#signals.take();
    const signal = coming && this.#model.signals[coming.row];
    if (!signal) return;
    const { at, pc, visit, run } = coming;
    this.#count.signal(coming.row);
    const of = signal.bounces ? run : null;
    this.#arrival?.follower?.signal(signal.signal, at, of && { run: of, pc, visit });
    // That a run is over makes no difference to a touch of it that did not arrive.
    if (of && (of.running || of.state.status === STATUS.ended))
      this.#lead.apply(of, { type: 'bounce', at, pc, visit });
    this.#lead.signal(signal.signal, at, of);
  }

  /** A run begins: it gets people who work on it, and is counted. */
  #listen(run: LeadRun): Sink {
    const before = this.#runsIn(run.cadence);
    const isMain = run.program === this.#model.program;
    if (isMain) run.state.keepsLog = keepsLog(this.#model);
    const other = present(this.#others.get(run.cadence), 'model of a cadence');
    const arrival = present(this.#arrival, 'lead that has arrived');
    const beside = present(arrival.tally.linked[other.row], 'tally of a linked cadence');
    const tally = isMain && before === 0 ? arrival.cell : beside;
    const part = this.#partOf(run, other, tally);
    run.state.lateness = part.planner.lateness;
    const lane = Math.imul(before, LANE);
    const { segment, cell, follower } = arrival;
    const priority = this.#model.segments[segment]?.priority ?? 0;
    part.planner.begin({ tally, purse: cell, segment, priority, lane, number: this.runs.length });
    part.begin(tally, lane, follower);
    this.runs.push(part);
    return follower ? both(part.sink, follower.begins(run, this.course.now)) : part.sink;
  }

  /** What works on a run: that of another lead before, where its run is used again. */
  #partOf(run: LeadRun, { model, row }: Other, tally: CadenceTally): Part {
    const used = this.#parts.get(run);
    if (used) return used;
    const tools = { draws: this.#draws, lead: this.#count, staffing: this.#staffing };
    const planner = new Planner(model, this.#tableOf(row), tally, tools);
    const isMain = run.program === this.#model.program;
    const watcher = isMain ? this.#signals.watcher(run) : null;
    const part = new Part(run, planner, watcher, tally, this.#count, this.#lead);
    this.#parts.set(run, part);
    return part;
  }

  #runsIn(cadence: CadenceId): number {
    let count = 0;
    for (const { run } of this.runs) if (run.cadence === cadence) count++;
    return count;
  }

  /** Row of the tables of demands: the simulated cadence first, then the linked ones. */
  #tableOf(row: number): number {
    return row === this.#model.linked.length ? 0 : row + 1;
  }
}

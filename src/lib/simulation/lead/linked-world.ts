import { openBetween } from '$lib/calendar';
import type { CadenceId } from '$lib/domain';
import {
  LeadRuns,
  STATUS,
  programSource,
  type Input,
  type LeadRun,
  type RunState
} from '$lib/engine';
import { present } from '$lib/util';
import type { CadenceModel } from '../model/cadence-model';
import type { CadenceTally } from '../statistics/cadence-tally';
import type { Tally } from '../statistics/tally';
import { CountingSink } from './counting-sink';
import type { Draws } from '../chance/draw';
import { depart, proceed } from './drive';
import { LeadTally } from './lead-tally';
import type { Arrival, Life } from './life';
import { keepsLog, type Model } from '../model/model';
import type { Staffing } from '../people/staffing';
import { Planner } from './planner';
import { Signals } from './signals';
import type { Course, Driven, World } from './world';

/** Apart from each other are the draws of a lead's runs of one cadence by this. */
const LANE = 0x9e3779b1;

/** One enrollment of a lead. */
interface Part extends Driven {
  readonly run: LeadRun;
  readonly tally: CadenceTally;
}

/** Lives the lives of leads that may come to several cadences. */
export class LinkedWorld implements World, Life {
  readonly #model: Model;
  readonly #draws: Draws;
  readonly #count = new LeadTally();
  readonly #staffing: Staffing | null;
  /** Linked cadences, and later runs of the simulated one: what they count in is a row of `Tally.linked`. */
  readonly #others = new Map<CadenceId, { model: CadenceModel; row: number }>();
  readonly #signals: Signals<LeadRun>;
  readonly #lead: LeadRuns;
  readonly runs: Part[] = [];
  readonly course: Course = { now: 0, last: 0, inputs: 0 };
  index = 0;
  #arrival: Arrival | null = null;

  constructor(model: Model, _tally: Tally, draws: Draws, staffing: Staffing | null) {
    this.#model = model;
    this.#draws = draws;
    this.#staffing = staffing;
    this.#signals = new Signals(model.program, model.signals, draws);
    [...model.linked, model].forEach((each, row) => {
      this.#others.set(each.program.cadence, { model: each, row });
    });
    const programs = [model, ...model.linked].map(({ program }) => program);
    this.#lead = new LeadRuns({
      leadKey: 0,
      fields: {},
      source: programSource(new Map(programs.map((program) => [program.version, program]))),
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

  end(): RunState {
    for (const { state, tally } of this.runs) tally.addRun(state);
    const { state } = present(this.runs[0], 'run of a lead that has arrived');
    const { at } = present(this.#arrival, 'lead that has arrived');
    if (state.status === STATUS.ended)
      this.#count.end(state.endedAt, openBetween(this.#model.program.calendar, at, state.endedAt));
    return state;
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
    if (signal.bounces && run?.running) this.#lead.apply(run, { type: 'bounce', at, pc, visit });
    this.#lead.signal(signal.signal, at);
  }

  /** A run begins: it gets people who work on it, and is counted. */
  #listen(run: LeadRun): CountingSink {
    const before = this.runs.filter(({ run: { cadence } }) => cadence === run.cadence).length;
    const isMain = run.program === this.#model.program;
    if (isMain) run.state.keepsLog = keepsLog(this.#model);
    const other = present(this.#others.get(run.cadence), 'model of a cadence');
    const arrival = present(this.#arrival, 'lead that has arrived');
    const beside = present(arrival.tally.linked[other.row], 'tally of a linked cadence');
    const tally = isMain && before === 0 ? arrival.cell : beside;
    const planner = new Planner(other.model, this.#tableOf(other.row), tally, {
      draws: this.#draws,
      lead: this.#count,
      staffing: this.#staffing
    });
    run.state.lateness = planner.lateness;
    const lane = Math.imul(before, LANE);
    const { segment, cell } = arrival;
    const priority = this.#model.segments[segment]?.priority ?? 0;
    planner.begin({ tally, purse: cell, segment, priority, lane, number: this.runs.length });
    const lead = this.#lead;
    this.runs.push({
      run,
      tally,
      planner,
      get state() {
        return run.state;
      },
      get running() {
        return run.running;
      },
      apply: (input: Input) => lead.apply(run, input)
    });
    return new CountingSink(tally, this.#count, isMain ? this.#signals.watcher(run, lane) : null);
  }

  /** Row of the tables of demands: the simulated cadence first, then the linked ones. */
  #tableOf(row: number): number {
    return row === this.#model.linked.length ? 0 : row + 1;
  }
}

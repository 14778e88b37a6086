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
import { drive } from './drive';
import { LeadTally } from './lead-tally';
import type { Arrival, Life } from './life';
import { keepsLog, type Model } from '../model/model';
import { Planner } from './planner';
import { Signals } from './signals';
import type { Driven, World } from './world';

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
  /** Of the linked cadences, and of later runs of the simulated one. */
  /** What each cadence counts in: the row of `Tally.linked`. */
  readonly #others = new Map<CadenceId, { model: CadenceModel; row: number }>();
  readonly #signals: Signals<LeadRun>;
  readonly #lead: LeadRuns;
  readonly runs: Part[] = [];
  #arrival: Arrival | null = null;

  constructor(model: Model, _tally: Tally, draws: Draws) {
    this.#model = model;
    this.#draws = draws;
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

  live(arrival: Arrival): RunState {
    const { at, leadKey, fields } = arrival;
    const { program } = this.#model;
    for (const { state } of this.runs) state.status = STATUS.idle;
    this.runs.length = 0;
    this.#arrival = arrival;
    this.#count.begin(arrival);
    this.#lead.reset(leadKey, fields);
    this.#signals.arrive(at);
    this.#lead.enroll({ cadence: program.cadence, at, cause: 'person' });
    drive(this, at);
    for (const { state, tally } of this.runs) tally.addRun(state);
    const { state } = present(this.runs[0], 'run of a lead that has arrived');
    if (state.status === STATUS.ended)
      this.#count.end(state.endedAt, openBetween(program.calendar, at, state.endedAt));
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
    const planner = new Planner(other.model, tally, this.#count, this.#draws);
    run.state.lateness = planner.lateness;
    const lane = Math.imul(before, LANE);
    planner.begin(tally, arrival.segment, lane);
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
}

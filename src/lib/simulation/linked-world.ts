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
import type { CadenceModel } from './cadence-model';
import { Counters } from './counters';
import { CountingSink } from './counting-sink';
import type { Draws } from './draw';
import { drive } from './drive';
import type { Arrival, Life } from './life';
import { keepsLog, type Model } from './model';
import { Planner } from './planner';
import { Signals } from './signals';
import type { Driven, World } from './world';

/** Apart from each other are the draws of a lead's runs of one cadence by this. */
const LANE = 0x9e3779b1;

/** One enrollment of a lead. */
interface Part extends Driven {
  readonly run: LeadRun;
  readonly counters: Counters;
}

/** Lives the lives of leads that may come to several cadences. */
export class LinkedWorld implements World, Life {
  readonly #model: Model;
  readonly #draws: Draws;
  readonly #main: Counters;
  /** Of the linked cadences, and of later runs of the simulated one. */
  readonly #others = new Map<CadenceId, { model: CadenceModel; counters: Counters }>();
  readonly #came: (signal: number) => void;
  readonly #signals: Signals<LeadRun>;
  readonly #lead: LeadRuns;
  readonly runs: Part[] = [];
  #segment = 0;

  constructor(model: Model, main: Counters, draws: Draws, came: (signal: number) => void) {
    this.#model = model;
    this.#main = main;
    this.#draws = draws;
    this.#came = came;
    this.#signals = new Signals(model.program, model.signals, draws);
    for (const each of [...model.linked, model])
      this.#others.set(each.program.cadence, {
        model: each,
        counters: new Counters(each.program)
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

  /** The linked cadences in the file's order; later runs of the simulated one, if there are any. */
  get linked(): readonly Counters[] {
    return [...this.#others.values()]
      .map(({ counters }) => counters)
      .filter(({ program, runs }) => program !== this.#model.program || runs > 0);
  }

  live({ at, segment, leadKey }: Arrival): RunState {
    const { program, segments } = this.#model;
    for (const { state } of this.runs) state.status = STATUS.idle;
    this.runs.length = 0;
    this.#segment = segment;
    this.#lead.reset(leadKey, segments[segment]?.fields ?? {});
    this.#signals.arrive(at);
    this.#lead.enroll({ cadence: program.cadence, at, cause: 'person' });
    drive(this, at);
    for (const { state, counters } of this.runs) counters.addRun(state);
    return present(this.runs[0], 'run of a lead that has arrived').state;
  }

  get nextSignal(): number {
    return this.#signals.next;
  }

  deliver(): void {
    const coming = this.#signals.take();
    const signal = coming && this.#model.signals[coming.row];
    if (!signal) return;
    const { at, pc, visit, run } = coming;
    this.#came(coming.row);
    if (signal.bounces && run?.running) this.#lead.apply(run, { type: 'bounce', at, pc, visit });
    this.#lead.signal(signal.signal, at);
  }

  /** A run begins: it gets people who work on it, and is counted. */
  #listen(run: LeadRun): CountingSink {
    const before = this.runs.filter(({ run: { cadence } }) => cadence === run.cadence).length;
    const isMain = run.program === this.#model.program;
    if (isMain) run.state.keepsLog = keepsLog(this.#model);
    const other = present(this.#others.get(run.cadence), 'model of a cadence');
    const counters = isMain && before === 0 ? this.#main : other.counters;
    const planner = new Planner(other.model, counters, this.#draws);
    const lane = Math.imul(before, LANE);
    planner.begin(this.#segment, lane);
    const lead = this.#lead;
    this.runs.push({
      run,
      counters,
      planner,
      get state() {
        return run.state;
      },
      get running() {
        return run.running;
      },
      apply: (input: Input) => lead.apply(run, input)
    });
    return new CountingSink(counters, isMain ? this.#signals.watcher(run, lane) : null);
  }
}

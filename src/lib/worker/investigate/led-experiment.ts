import { JobBoard, JobRun, type Experiment, type Job } from '$lib/simulation';
import type { Clock } from '../host/clock';
import type { InvestigationEvents, JobHelp, Reports } from '../investigation-protocol';
import { Slices } from '../simulate/slices';

const PROGRESS_EVERY = 50;
const PARTIAL_EVERY = 250;

type Report = Reports[keyof Reports];

export interface LedExperimentOptions {
  readonly run: string;
  readonly events: InvestigationEvents;
  readonly clock: Clock;
  /** Milliseconds of work left from which others are asked to help. */
  readonly worthHelp: number;
}

/** An experiment, led: its jobs are done here and by whoever helps, and told in one place. */
export class LedExperiment {
  readonly #board: JobBoard<Report>;
  readonly #options: LedExperimentOptions;
  readonly #helpers = new Set<JobHelp>();
  readonly #began: number;
  #reported: number;
  #shown: number;
  #asked = false;

  constructor(experiment: Experiment<Report>, options: LedExperimentOptions) {
    this.#board = new JobBoard(experiment, () => this.#tell());
    this.#options = options;
    this.#began = this.#reported = this.#shown = options.clock.now();
  }

  get workers(): number {
    return 1 + this.#helpers.size;
  }

  /** Runs to the end; null: it was cancelled. */
  async toEnd(): Promise<Report | null> {
    const board = this.#board;
    const slices = new Slices(this.#options.clock);
    await board.work(async (job, { model }) => {
      const run = new JobRun(job, model);
      const over = await slices.run(run, () => {
        this.#note(job, run.done);
        return !board.stopped;
      });
      return over ? run.measurement() : null;
    });
    return board.stopped ? null : board.report();
  }

  help(helper: JobHelp, whenDone: () => void): void {
    this.#helpers.add(helper);
    this.#board
      .work((job, { variant }) => helper.run(job, variant, (done) => this.#note(job, done)))
      .catch(() => this.cancel())
      .finally(whenDone);
  }

  cancel(): void {
    for (const helper of this.#helpers) void helper.stop();
    this.#board.stop();
  }

  #note(job: Job, done: number): void {
    this.#board.note(job, done);
    this.#tell();
  }

  #tell(): void {
    if (this.#board.stopped) return;
    const { run, events, clock, worthHelp } = this.#options;
    const time = clock.now();
    const { done, of } = this.#board.progress;
    if (time - this.#reported >= PROGRESS_EVERY) {
      this.#reported = time;
      events.progress({ run, done, leads: of });
    }
    if (!this.#asked && (of - done) * (time - this.#began) >= worthHelp * done) {
      this.#asked = true;
      events.help(run, Infinity);
    }
    if (time - this.#shown >= PARTIAL_EVERY) {
      events.partial({ run, report: this.#board.report() });
      this.#shown = clock.now();
    }
  }
}

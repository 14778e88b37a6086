import { NO_DISPOSITION, firstOpen, type Lateness, type RunState, type Token } from '$lib/engine';
import { choose } from '../chance/choice';
import { delayed } from '../chance/delay';
import { sampleTable } from '../chance/quantile-table';
import type { CadenceModel } from '../model/cadence-model';
import { PURPOSE, type Draws, type Purpose } from '../chance/draw';
import type { Plan } from './plan';

const MINUTE = 60_000;

/** Draws for the steps of one run: how late, how long, and what comes of it. */
export class StepDraws implements Lateness {
  readonly #model: CadenceModel;
  readonly #draws: Draws;
  /** Tells the draws of a lead's later runs of one cadence apart; 0: the first. */
  #lane = 0;
  #segment = 0;

  constructor(model: CadenceModel, draws: Draws) {
    this.#model = model;
    this.#draws = draws;
  }

  /** Turns to another run. */
  begin(segment: number, lane: number): void {
    this.#segment = segment;
    this.#lane = lane;
  }

  /**
   * Somebody takes the task up when it may be worked on, works on it, and something comes of it at the
   * end, no earlier than `now` (SIM-4).
   */
  task(plan: Plan, state: RunState, token: Token, now: number): void {
    const { program, steps } = this.#model;
    const { pc, visit } = token;
    const step = steps[pc];
    plan.begins = token.opens;
    if (step?.delay) {
      const late = delayed(
        step.delay,
        step.hours,
        token.opens,
        this.#uniform(pc, visit, PURPOSE.delay)
      );
      const spec = program.tasks[program.arg[pc] ?? 0];
      plan.begins = spec ? firstOpen(program, state, token, spec, late) : late;
    }
    plan.effort = step?.effort
      ? Math.floor(sampleTable(step.effort, this.#uniform(pc, visit, PURPOSE.effort)) * MINUTE)
      : 0;
    plan.at = Math.max(plan.begins + plan.effort, now);
    const table = step?.outcomes?.[this.#segment];
    plan.outcome = table
      ? choose(table, this.#uniform(pc, visit, PURPOSE.outcome))
      : NO_DISPOSITION;
  }

  /** When a wait that is over at `until` is left: the scenario may make it late (SIM-5). */
  late({ pc, visit, until }: Token): number {
    const delay = this.#model.steps[pc]?.delay;
    if (!delay) return until;
    return delayed(
      delay,
      this.#model.program.calendar,
      until,
      this.#uniform(pc, visit, PURPOSE.delay)
    );
  }

  /** When a token goes into a step that is no task and no wait (SIM-30). */
  entersAt(pc: number, visit: number, at: number): number {
    return this.#model.steps[pc]?.entersLate ? this.leavesAt(pc, visit, at) : at;
  }

  leavesAt(pc: number, visit: number, at: number): number {
    const step = this.#model.steps[pc];
    if (!step?.delay) return at;
    return delayed(step.delay, step.hours, at, this.#uniform(pc, visit, PURPOSE.delay));
  }

  /** This lead's draw for this visit to the step. */
  #uniform(pc: number, visit: number, purpose: Purpose): number {
    const key = this.#model.steps[pc]?.key ?? 0;
    return this.#draws.uniform((key + this.#lane) | 0, visit, purpose);
  }
}

import { roll } from '$lib/calendar';
import {
  NO_DISPOSITION,
  PHASE,
  nextTimer,
  type Input,
  type Offer,
  type RunState,
  type Token
} from '$lib/engine';
import { REFUSED, type CadenceModel, type OutcomeTable } from './cadence-model';
import type { Counters } from './counters';
import { PURPOSE, type Draws, type Purpose } from './draw';
import type { Driven } from './drive';
import { PLAN, emptyPlan, type Plan } from './plan';

const MINUTE = 60_000;
const NOTHING: readonly string[] = [];

/** What people will do with the tasks of one run, and how late its waits are: one plan a token row. */
export class Planner {
  readonly #model: CadenceModel;
  readonly #counters: Counters;
  readonly #draws: Draws;
  readonly #plans: Plan[] = [emptyPlan()];
  /** Tells the draws of a lead's later runs of one cadence apart; 0: the first. */
  #lane = 0;
  #segment = 0;
  /** When the next task is completed; Infinity: none is planned. */
  next = Infinity;

  constructor(model: CadenceModel, counters: Counters, draws: Draws) {
    this.#model = model;
    this.#counters = counters;
    this.#draws = draws;
  }

  /** Turns to another run. */
  begin(segment: number, lane: number): void {
    this.#segment = segment;
    this.#lane = lane;
    this.next = Infinity;
    for (const plan of this.#plans) plan.kind = PLAN.none;
  }

  /**
   * Looks at the run after something happened at `now`: forgets plans of tokens that have gone on and
   * makes those of tokens that came. Returns what must be told before it looks again: a wait is late.
   */
  look({ state, running }: Driven, now: number): Input | null {
    const { tokens } = state;
    let next = Infinity;
    for (let row = 0; row < tokens.length; row++) {
      const token = tokens[row];
      if (!token) continue;
      const plan = (this.#plans[row] ??= emptyPlan());
      const live = token.alive && running;
      if (plan.kind !== PLAN.none && !(live && isOf(plan, token))) this.#settle(plan, now);
      if (live && (plan.kind === PLAN.none || plan.opens !== opensOf(token))) {
        const late = this.#plan(plan, row, token, now);
        if (late) return late;
      }
      if (plan.kind === PLAN.task && plan.at < next) next = plan.at;
    }
    this.next = next;
    return null;
  }

  /** The completion that comes next, at `at`; the first token row of those at one instant. */
  complete(state: RunState, at: number): Input {
    const row = this.#firstDone(at);
    return this.#completion(this.#plans[row] ?? emptyPlan(), row, state, at);
  }

  /**
   * The short way for a run with one token and nothing beside it: what comes next, or null where `look`
   * and the others are needed. It says the same as they do.
   */
  straight(state: RunState, now: number, last: number): Input | null {
    const token = state.tokens[0];
    const plan = this.#plans[0];
    if (!token || !plan || state.tokens.length > 1 || state.pausedAt >= 0) return null;
    if (state.offers.length > 0) return null;
    const { phase, pc, since } = token;
    const isWait = phase === PHASE.wait;
    if (phase !== PHASE.task && !isWait && phase !== PHASE.closed) return null;
    plan.pc = pc;
    plan.visit = token.visit;
    if (phase === PHASE.task) {
      plan.opens = token.opens;
      this.#planTask(plan, now);
      if (plan.at > last || nextTimer(state) < plan.at) return null;
      return this.#completion(plan, 0, state, plan.at);
    }
    const delay = isWait ? this.#model.steps[pc]?.delay : null;
    const { until } = token;
    const at = delay
      ? delay(this.#model.program.calendar, until, this.#uniform(plan, PURPOSE.delay))
      : until;
    const others = Math.min(state.limitAt, state.stageSlaAt, state.offersAt, token.slaAt);
    if (at > last || others <= at) return null;
    this.#counters.addWaiting(pc, at - since);
    return { type: 'timer', at };
  }

  #completion(plan: Plan, row: number, state: RunState, at: number): Input {
    const { steps } = this.#model;
    const { pc, outcome, begins, opens } = plan;
    this.#counters.addWaiting(pc, begins - opens);
    this.#counters.addEffort(pc, plan.at - begins);
    plan.kind = PLAN.none;
    if (this.#isApproval(pc))
      return { type: outcome === REFUSED ? 'refuse' : 'approve', at, token: row };
    const own = steps[pc]?.checklist ?? NOTHING;
    const ofStage = this.#ofStage(state);
    const checklist = ofStage.length === 0 ? own : [...own, ...ofStage];
    return { type: 'complete', at, token: row, disposition: outcome, checklist };
  }

  /** The first row whose task is completed at or before `at`. */
  #firstDone(at: number): number {
    for (let row = 0; row < this.#plans.length; row++) {
      const plan = this.#plans[row];
      if (plan?.kind === PLAN.task && plan.at <= at) return row;
    }
    return -1;
  }

  /** A person takes the exit that was asked for, as soon as it is open. */
  take({ exitPc }: Offer, state: RunState, at: number): Input {
    return { type: 'move', at, to: exitPc, checklist: this.#ofStage(state) };
  }

  #ofStage({ stagePc }: RunState): readonly string[] {
    return stagePc < 0 ? NOTHING : (this.#model.steps[stagePc]?.checklist ?? NOTHING);
  }

  #isApproval(pc: number): boolean {
    const { program } = this.#model;
    return program.tasks[program.arg[pc] ?? 0]?.channel === 'approval';
  }

  #plan(plan: Plan, row: number, token: Token, now: number): Input | null {
    const again = plan.kind !== PLAN.none;
    plan.pc = token.pc;
    plan.visit = token.visit;
    plan.opens = opensOf(token);
    switch (token.phase) {
      case PHASE.task:
        plan.kind = PLAN.task;
        this.#planTask(plan, now);
        return null;
      case PHASE.wait:
        plan.kind = PLAN.rest;
        return again ? null : this.#late(plan, row, token, now);
      case PHASE.closed:
      case PHASE.event:
        plan.kind = PLAN.rest;
        return null;
      default:
        return null;
    }
  }

  /** Somebody takes the task up in opening hours, works on it, and something comes of it at the end. */
  #planTask(plan: Plan, now: number): void {
    const step = this.#model.steps[plan.pc];
    plan.begins = step?.delay
      ? roll(step.hours, step.delay(step.hours, plan.opens, this.#uniform(plan, PURPOSE.delay)))
      : plan.opens;
    const effort = step?.effort
      ? Math.floor(step.effort(this.#uniform(plan, PURPOSE.effort)) * MINUTE)
      : 0;
    const table = step?.outcomes?.[this.#segment];
    plan.at = Math.max(plan.begins + effort, now);
    plan.outcome = table ? outcomeOf(table, this.#uniform(plan, PURPOSE.outcome)) : NO_DISPOSITION;
  }

  #late(plan: Plan, row: number, { until, pc }: Token, now: number): Input | null {
    const delay = this.#model.steps[pc]?.delay;
    if (!delay || until === Infinity) return null;
    const { calendar } = this.#model.program;
    const late = delay(calendar, until, this.#uniform(plan, PURPOSE.delay));
    return { type: 'delay', at: now, token: row, until: late };
  }

  /** The token has gone on, or was taken away: what was waited and worked until then counts. */
  #settle(plan: Plan, now: number): void {
    const { pc, opens, begins, at } = plan;
    if (plan.kind === PLAN.rest) this.#counters.addWaiting(pc, now - opens);
    else {
      this.#counters.addWaiting(pc, Math.max(0, Math.min(begins, now) - opens));
      this.#counters.addEffort(pc, Math.max(0, Math.min(at, now) - begins));
    }
    plan.kind = PLAN.none;
  }

  /** This lead's draw for this visit to the step. */
  #uniform({ pc, visit }: Plan, purpose: Purpose): number {
    return this.#draws.uniform((this.#model.steps[pc]?.key ?? 0) + this.#lane, visit, purpose);
  }
}

function opensOf({ phase, opens, since }: Token): number {
  return phase === PHASE.task ? opens : since;
}

function isOf({ kind, pc, visit }: Plan, token: Token): boolean {
  if (token.pc !== pc || token.visit !== visit) return false;
  switch (token.phase) {
    case PHASE.task:
      return kind === PLAN.task;
    case PHASE.wait:
    case PHASE.closed:
    case PHASE.event:
      return kind === PLAN.rest;
    default:
      return false;
  }
}

function outcomeOf({ upTo, dispositions }: OutcomeTable, u: number): number {
  for (let i = 0; i < upTo.length; i++)
    if (u < (upTo[i] ?? 0)) return dispositions[i] ?? NO_DISPOSITION;
  return NO_DISPOSITION;
}

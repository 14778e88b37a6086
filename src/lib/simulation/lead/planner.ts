import {
  PHASE,
  nextTimer,
  type Input,
  type Lateness,
  type Offer,
  type RunState,
  type Token
} from '$lib/engine';
import { OP, type Program } from '$lib/program';
import { REFUSED, type CadenceModel } from '../model/cadence-model';
import type { CadenceTally } from '../statistics/cadence-tally';
import type { Draws } from '../chance/draw';
import type { LeadTally } from './lead-tally';
import { PLAN, emptyPlan, type Plan } from './plan';
import { StepDraws } from './step-draws';

const NOTHING: readonly string[] = [];

/** What a planner sees of the run it plans for. */
export interface Watched {
  readonly state: RunState;
  /** Whether it goes on; a run that was cut off does not. */
  readonly running: boolean;
}

/** What people will do with the tasks of one run, and how late its waits are: one plan a token row. */
export class Planner {
  readonly #model: CadenceModel;
  #tally: CadenceTally;
  readonly #lead: LeadTally;
  readonly #draws: StepDraws;
  /** Tasks that the cadence has done by some instant: 1, by instruction. */
  readonly #timed: Uint8Array;
  readonly #plans: Plan[] = [emptyPlan()];
  /** When the next task is completed; Infinity: none is planned. */
  next = Infinity;

  constructor(model: CadenceModel, tally: CadenceTally, lead: LeadTally, draws: Draws) {
    this.#model = model;
    this.#tally = tally;
    this.#lead = lead;
    this.#timed = timedTasks(model.program);
    this.#draws = new StepDraws(model, draws);
  }

  /** What the engine is told of steps that are late; null: none is (SIM-30). */
  get lateness(): Lateness | null {
    return this.#model.late ? this.#draws : null;
  }

  /** Turns to another run; `lane` tells a lead's runs of one cadence apart. */
  begin(tally: CadenceTally, segment: number, lane: number): void {
    this.#tally = tally;
    this.#draws.begin(segment, lane);
    this.next = Infinity;
    for (const plan of this.#plans) plan.kind = PLAN.none;
  }

  /**
   * Looks at the run after something happened at `now`: forgets plans of tokens that have gone on and
   * makes those of tokens that came. Returns what must be told before it looks again: a wait is late.
   */
  look({ state, running }: Watched, now: number): Input | null {
    const { tokens } = state;
    let next = Infinity;
    for (let row = 0; row < tokens.length; row++) {
      const token = tokens[row];
      if (!token) continue;
      const plan = (this.#plans[row] ??= emptyPlan());
      const live = token.alive && running;
      if (plan.kind !== PLAN.none && !(live && isOf(plan, token))) this.#settle(plan, now);
      if (live && (plan.kind === PLAN.none || plan.opens !== opensOf(token))) {
        const late = this.#plan(plan, row, state, now);
        if (late) return late;
      }
      if (plan.kind !== PLAN.task) continue;
      // A pause moves the due instant of a task that is open.
      plan.due = this.#dueOf(token);
      if (plan.at < next) next = plan.at;
    }
    this.next = next;
    return null;
  }

  /** The completion that comes next, at `at`; the first token row of those at one instant. */
  complete(state: RunState, at: number): Input {
    const row = this.#plans.findIndex(({ kind, at: when }) => kind === PLAN.task && when <= at);
    return this.#completion(this.#plans[row] ?? emptyPlan(), row, state, at);
  }

  /** A person takes the exit that was asked for, as soon as it is open. */
  take({ exitPc }: Offer, state: RunState, at: number): Input {
    return { type: 'move', at, to: exitPc, checklist: this.#ofStage(state) };
  }

  /**
   * The short way for a run with one token and nothing beside it: what comes next, or null where `look`
   * and the others are needed. It comes to the same as they do (SIM-25).
   */
  straight(state: RunState, now: number, last: number): Input | null {
    const token = state.tokens[0];
    const plan = this.#plans[0];
    if (!token || !plan || state.tokens.length > 1) return null;
    if (state.pausedAt >= 0 || state.offers.length > 0) return null;
    switch (token.phase) {
      case PHASE.task:
        plan.pc = token.pc;
        plan.opens = token.opens;
        plan.due = this.#dueOf(token);
        this.#draws.task(plan, state, token, now);
        if (plan.at > last || nextTimer(state) < plan.at) return null;
        return this.#completion(plan, 0, state, plan.at);
      case PHASE.wait:
        return this.#passTime(state, token, this.#draws.late(token), last);
      case PHASE.closed:
      case PHASE.late:
        return this.#passTime(state, token, token.until, last);
      default:
        return null;
    }
  }

  #passTime(state: RunState, token: Token, at: number, last: number): Input | null {
    const others = Math.min(state.limitAt, state.stageSlaAt, state.offersAt, token.slaAt);
    if (at > last || others <= at) return null;
    this.#tally.addWaiting(token.pc, at - token.since);
    return { type: 'timer', at };
  }

  #completion(plan: Plan, row: number, state: RunState, at: number): Input {
    const { pc, outcome } = plan;
    const step = this.#model.steps[pc];
    this.#count(plan, plan.begins, plan.effort, at);
    if (step?.isApproval)
      return { type: outcome === REFUSED ? 'refuse' : 'approve', at, token: row };
    const own = step?.checklist ?? NOTHING;
    const ofStage = this.#ofStage(state);
    const checklist = ofStage.length === 0 ? own : [...own, ...ofStage];
    return { type: 'complete', at, token: row, disposition: outcome, checklist };
  }

  #ofStage({ stagePc }: RunState): readonly string[] {
    return stagePc < 0 ? NOTHING : (this.#model.steps[stagePc]?.checklist ?? NOTHING);
  }

  #plan(plan: Plan, row: number, state: RunState, now: number): Input | null {
    const token = state.tokens[row];
    if (!token) return null;
    const again = plan.kind !== PLAN.none;
    plan.pc = token.pc;
    plan.visit = token.visit;
    plan.opens = opensOf(token);
    switch (token.phase) {
      case PHASE.task:
        plan.kind = PLAN.task;
        this.#draws.task(plan, state, token, now);
        return null;
      case PHASE.wait: {
        plan.kind = PLAN.rest;
        const until = again ? token.until : this.#draws.late(token);
        return until === token.until ? null : { type: 'delay', at: now, token: row, until };
      }
      case PHASE.closed:
      case PHASE.event:
      case PHASE.late:
        plan.kind = PLAN.rest;
        return null;
      default:
        return null;
    }
  }

  /** The token has gone on, or was taken away: what was waited and worked until then counts. */
  #settle(plan: Plan, now: number): void {
    const { pc, opens, begins, effort } = plan;
    if (plan.kind === PLAN.rest) {
      this.#tally.addWaiting(pc, now - opens);
      plan.kind = PLAN.none;
      return;
    }
    const until = Math.max(opens, Math.min(begins, now));
    this.#count(plan, until, Math.max(0, Math.min(effort, now - begins)), now);
  }

  /** A task is over at `at`: it waited until `begins`, and was worked on for `effort`. */
  #count(plan: Plan, begins: number, effort: number, at: number): void {
    const { pc, opens, due } = plan;
    plan.kind = PLAN.none;
    this.#tally.addEffort(pc, effort);
    if (begins > opens) {
      this.#tally.addWaiting(pc, begins - opens);
      this.#lead.waited(opens, begins);
    }
    if (at <= due) return;
    this.#tally.addLate(pc);
    this.#lead.overdue(due, at);
  }

  #dueOf({ pc, due }: Token): number {
    return this.#timed[pc] === 1 ? due : Infinity;
  }
}

function timedTasks({ op, arg, tasks }: Program): Uint8Array {
  return op.map((each, pc) => (each === OP.task && tasks[arg[pc] ?? 0]?.due ? 1 : 0));
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
    case PHASE.late:
      return kind === PLAN.rest;
    default:
      return false;
  }
}

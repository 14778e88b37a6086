import { PHASE, nextTimer, type Input, type RunState, type Token } from '$lib/engine';
import type { CadenceModel } from '../model/cadence-model';
import type { TaskOwner } from '../people/staffing';
import type { Asker } from './asker';
import type { Deeds } from './deeds';
import { PLAN, STAGE, dueOf, type Plan } from './plan';
import type { StepDraws } from './step-draws';
import type { TaskCounts } from './task-counts';

/** What the planner of a run works with, too. */
interface ShortWayTools {
  readonly draws: StepDraws;
  readonly counts: TaskCounts;
  readonly asker: Asker;
  readonly deeds: Deeds;
}

/**
 * The short way for a run with one token and nothing beside it, whose tasks need none of the people whom
 * leads share. It comes to the same as planning does (SIM-25).
 */
export class ShortWay {
  readonly #model: CadenceModel;
  readonly #tools: ShortWayTools;

  constructor(model: CadenceModel, tools: ShortWayTools) {
    this.#model = model;
    this.#tools = tools;
  }

  /** What comes next, no later than `last`; null where the run has to be planned. */
  next(
    owner: TaskOwner,
    plan: Plan | undefined,
    state: RunState,
    now: number,
    last: number
  ): Input | null {
    const token = state.tokens[0];
    if (!token || !plan || state.rows > 1 || plan.kind !== PLAN.none) return null;
    if (state.pausedAt >= 0 || state.offers.length > 0) return null;
    const { draws, asker, deeds } = this.#tools;
    switch (token.phase) {
      case PHASE.task:
        if (asker.demandOf(token.pc) >= 0) return null;
        plan.pc = token.pc;
        plan.opens = token.opens;
        plan.due = dueOf(this.#model, token);
        plan.stage = STAGE.free;
        draws.task(plan, state, token, now);
        if (plan.at > last || nextTimer(state) < plan.at) return null;
        return deeds.complete(owner, plan, 0, state, plan.at);
      case PHASE.wait:
        return this.#passTime(state, token, draws.late(token), last);
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
    const { counts, deeds } = this.#tools;
    counts.rested(token.pc, at - token.since);
    return deeds.timer(at);
  }
}

import { PHASE, contactFrom, type Input, type Lateness, type RunState } from '$lib/engine';
import { InvariantError } from '$lib/util';
import type { CadenceModel } from '../model/cadence-model';
import type { Staffing, TaskOwner } from '../people/staffing';
import type { CadenceTally } from '../statistics/cadence-tally';
import { Asker } from './asker';
import { Deeds } from './deeds';
import { PLAN, STAGE, dueOf, emptyPlan, isOf, isOpen, opensOf, type Plan } from './plan';
import { ShortWay } from './short-way';
import { StepDraws } from './step-draws';
import { TaskCounts } from './task-counts';
import type { Tools, Turn, Watched } from './turn';
import type { Work } from './follower';

/** Tokens of a run that are told apart where tasks wait for people. */
const MOST_TOKENS = 65_536;

/** What people will do with the tasks of one run, and how late its waits are: one plan a token row. */
export class Planner implements TaskOwner {
  readonly #model: CadenceModel;
  readonly #draws: StepDraws;
  readonly #counts: TaskCounts;
  readonly #plans: Plan[] = [emptyPlan()];
  #spare: Plan | null = null;
  readonly #staffing: Staffing | null;
  readonly #asker: Asker;
  readonly #shortWay: ShortWay;
  readonly deeds: Deeds;
  #priority = 0;
  #number = 0;
  #state: RunState | null = null;
  #pausedSince = -1;
  /** When the next task is completed; Infinity: none is planned. */
  next = Infinity;
  /** When the next task asks for somebody. */
  asks = Infinity;
  /** Tasks that wait for somebody, or that one of the shared people is at work on. */
  open = 0;

  /** `cadence` is the row of the model's tables of demands. */
  constructor(model: CadenceModel, cadence: number, tally: CadenceTally, tools: Tools) {
    this.#model = model;
    this.#draws = new StepDraws(model, tools.draws);
    this.#counts = new TaskCounts(tally, tools.lead, tools.staffing);
    this.#staffing = tools.staffing;
    this.#asker = new Asker(model, cadence, tools.staffing);
    this.deeds = new Deeds(model, this.#counts, tools.staffing, tally);
    this.#shortWay = new ShortWay(model, {
      draws: this.#draws,
      counts: this.#counts,
      asker: this.#asker,
      deeds: this.deeds
    });
  }

  /** What the engine is told of steps that are late; null: none is (SIM-30). */
  get lateness(): Lateness | null {
    return this.#model.late ? this.#draws : null;
  }

  /** Nothing is planned. */
  get idle(): boolean {
    const plans = this.#plans;
    for (let row = 0; row < plans.length; row++) if (plans[row]?.kind !== PLAN.none) return false;
    return true;
  }

  /** Turns to another run. */
  begin({ tally, purse, segment, priority, lane, number }: Turn): void {
    this.#counts.tally = tally;
    this.deeds.purse = purse;
    this.#draws.begin(segment, lane);
    this.#priority = priority;
    this.#number = number;
    this.#pausedSince = -1;
    this.next = Infinity;
    this.asks = Infinity;
    this.open = 0;
    for (const plan of this.#plans) plan.kind = PLAN.none;
  }

  /** Whether only the first plan is of use, so that the run can be put aside with it. */
  get isPlain(): boolean {
    for (let row = 1; row < this.#plans.length; row++)
      if (this.#plans[row]?.kind !== PLAN.none) return false;
    return this.#pausedSince < 0;
  }

  /** Gives the one plan of a run that is put aside away. */
  putAside(): Plan {
    const plan = this.#plans[0] ?? emptyPlan();
    this.#plans[0] = this.#spare ?? emptyPlan();
    this.#spare = null;
    return plan;
  }

  /** The run that it has turned to was put aside with this plan. */
  takeUp(plan: Plan): void {
    this.#spare = this.#plans[0] ?? null;
    this.#plans[0] = plan;
  }

  /**
   * Looks at the run after something happened at `now`: forgets plans of tokens that have gone on and
   * makes those of tokens that came. Returns what must be told before it looks again: a wait is late.
   */
  look({ state, running }: Watched, now: number): Input | null {
    const { tokens } = state;
    const paused = state.pausedAt >= 0;
    this.#state = state;
    let next = Infinity;
    let asks = Infinity;
    let open = 0;
    for (let row = 0; row < state.rows; row++) {
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
      plan.due = dueOf(this.#model, token);
      plan.wanted = token.due;
      if (paused) this.#asker.standStill(plan, state.pausedAt);
      else if (this.#pausedSince >= 0) this.#asker.goOn(plan, state, token, now);
      if (plan.at < next) next = plan.at;
      if (plan.stage === STAGE.asking && plan.asks < asks) asks = plan.asks;
      if (isOpen(plan)) open++;
    }
    this.open = open;
    this.#pausedSince = state.pausedAt;
    this.next = next;
    this.asks = paused ? Infinity : asks;
    return null;
  }

  /** How the task of a token is worked on, or was when it was completed last. */
  workOn(row: number): Work {
    return this.#plans[row] ?? emptyPlan();
  }

  /** The completion that comes next, at `at`; the first token row of those at one instant. */
  complete(state: RunState, at: number): Input {
    const plans = this.#plans;
    for (let row = 0; row < plans.length; row++) {
      const plan = plans[row];
      if (plan?.kind === PLAN.task && plan.at <= at)
        return this.deeds.complete(this, plan, row, state, at);
    }
    throw new InvariantError('no task to complete');
  }

  /** What comes next by the short way, no later than `last`; null where the run has to be looked at. */
  straight(state: RunState, now: number, last: number): Input | null {
    return this.#shortWay.next(this, this.#plans[0], state, now, last);
  }

  /** All tasks whose time has come ask for somebody. */
  ask(now: number, lead: number): void {
    for (let row = 0; row < this.#plans.length; row++) {
      const plan = this.#plans[row];
      if (plan?.kind === PLAN.task && plan.stage === STAGE.asking && plan.asks <= now)
        this.#asker.ask(this, plan, now, lead, this.#number * MOST_TOKENS + row, this.#priority);
    }
  }

  /** Whoever works for a run that stands still is free when the work is over. */
  freePeople(now: number): void {
    for (const plan of this.#plans)
      if (plan.kind === PLAN.task && plan.stage === STAGE.working && plan.at <= now) {
        this.#staffing?.finish(plan, this);
        plan.stage = STAGE.worked;
      }
  }

  spend(thousandths: number): void {
    this.deeds.purse.addSpent(thousandths);
  }

  /** When the next of the shared people is done, whether or not that can be put down. */
  get nextFree(): number {
    let next = Infinity;
    for (const plan of this.#plans)
      if (plan.kind === PLAN.task && plan.stage === STAGE.working && plan.at < next) next = plan.at;
    return next;
  }

  /** The lead is followed no further than `now`: whoever waits or works for it does so no more. */
  abandon(now: number): void {
    for (const plan of this.#plans) {
      if (plan.kind !== PLAN.task) continue;
      if (isOpen(plan)) this.#staffing?.forget(plan);
      this.#counts.leftOpen(plan, now);
      plan.kind = PLAN.none;
    }
    this.open = 0;
  }

  /** The first instant from `at` on at which a task that waits may begin. */
  mayBegin({ pc }: Plan, at: number): number {
    const { program } = this.#model;
    const spec = program.tasks[program.arg[pc] ?? 0];
    return spec && this.#state ? contactFrom(program, this.#state, spec, at) : at;
  }

  #plan(plan: Plan, row: number, state: RunState, now: number): Input | null {
    const token = state.tokens[row];
    if (!token) return null;
    const again = plan.kind !== PLAN.none;
    if (again && plan.kind === PLAN.task) this.#putDown(plan, now);
    plan.pc = token.pc;
    plan.visit = token.visit;
    plan.opens = opensOf(token);
    switch (token.phase) {
      case PHASE.task:
        plan.kind = PLAN.task;
        this.#draws.task(plan, state, token, now);
        this.#asker.stage(plan, now);
        return null;
      case PHASE.wait: {
        plan.kind = PLAN.rest;
        const until = again ? token.until : this.#draws.late(token);
        return until === token.until ? null : { type: 'delay', at: now, token: row, until };
      }
      case PHASE.closed:
      case PHASE.late:
      case PHASE.event:
        plan.kind = PLAN.rest;
        return null;
      default:
        return null;
    }
  }

  /** The task opens at another time: what was done of it until now was in vain. */
  #putDown(plan: Plan, now: number): void {
    this.#counts.putDown(plan, now);
    this.#dismiss(plan, now);
  }

  /** The token has gone on, or was taken away: what was waited and worked until then counts. */
  #settle(plan: Plan, now: number): void {
    if (plan.kind === PLAN.rest) this.#counts.rested(plan.pc, now - plan.opens);
    else {
      this.#counts.takenAway(plan, now);
      this.#dismiss(plan, now);
    }
    plan.kind = PLAN.none;
  }

  #dismiss(plan: Plan, now: number): void {
    if (!isOpen(plan)) return;
    this.#staffing?.leave(plan, now, this);
  }
}

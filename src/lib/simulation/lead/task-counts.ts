import type { Staffing } from '../people/staffing';
import type { CadenceTally } from '../statistics/cadence-tally';
import type { LeadTally } from './lead-tally';
import { STAGE, type Plan } from './plan';

/** Counts how long the steps of one run took: waiting, work, idle time, and what was late. */
export class TaskCounts {
  /** Where it counts. */
  tally: CadenceTally;
  readonly #lead: LeadTally;
  readonly #staffing: Staffing | null;

  constructor(tally: CadenceTally, lead: LeadTally, staffing: Staffing | null) {
    this.tally = tally;
    this.#lead = lead;
    this.#staffing = staffing;
  }

  /** Something that is no task was left. */
  rested(pc: number, milliseconds: number): void {
    this.tally.addWaiting(pc, milliseconds);
  }

  /** A task was completed. */
  done(plan: Plan, at: number): void {
    const { pc, opens, begins, effort } = plan;
    this.tally.addEffort(pc, effort);
    if (at > begins + effort) this.tally.addIdle(pc, at - begins - effort);
    if (begins > opens) this.#waited(pc, opens, begins);
    if (at > plan.due) this.#late(plan, at);
  }

  /** The task was skipped or taken away: what was waited and worked until then counts. */
  takenAway(plan: Plan, now: number): void {
    const { pc, opens, begins } = plan;
    this.putDown(plan, now);
    const until = Math.min(begins, now);
    if (until > opens) this.#waited(pc, opens, until);
    if (now > plan.due) this.#late(plan, now);
  }

  /** Work on it stops before it is done. */
  putDown(plan: Plan, now: number): void {
    const { pc, begins, effort, stage } = plan;
    if (now <= begins) return;
    const shared = stage === STAGE.working ? this.#staffing : null;
    const worked = shared ? shared.workedUntil(plan, now) : Math.min(effort, now - begins);
    this.tally.addEffort(pc, worked);
    this.tally.addIdle(pc, now - begins - worked);
  }

  /** The lead is followed no further than `now`: what is open stays so, and was not left. */
  leftOpen({ opens, begins, due }: Plan, now: number): void {
    if (opens < now && begins >= now) this.#lead.waited(opens, Infinity);
    if (due < now) this.#lead.overdue(due, Infinity);
  }

  #waited(pc: number, from: number, to: number): void {
    this.tally.addWaiting(pc, to - from);
    this.#lead.waited(from, to);
  }

  #late({ pc, due }: Plan, at: number): void {
    this.tally.addLate(pc);
    this.#lead.overdue(due, at);
  }
}

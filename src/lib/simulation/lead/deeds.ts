import type { Input, Offer, RunState } from '$lib/engine';
import { REFUSED, type CadenceModel } from '../model/cadence-model';
import type { Staffing, TaskOwner } from '../people/staffing';
import type { CadenceTally } from '../statistics/cadence-tally';
import { thousandths } from '../statistics/money';
import { Inputs } from './inputs';
import { PLAN, STAGE, type Plan } from './plan';
import type { TaskCounts } from './task-counts';

const NOTHING: readonly string[] = [];

/** What people do in one run, as the engine is told of it. */
export class Deeds {
  /** Where the money that is spent on the lead counts. */
  purse: CadenceTally;
  readonly #model: CadenceModel;
  readonly #counts: TaskCounts;
  readonly #staffing: Staffing | null;
  readonly #inputs = new Inputs();

  constructor(
    model: CadenceModel,
    counts: TaskCounts,
    staffing: Staffing | null,
    purse: CadenceTally
  ) {
    this.#model = model;
    this.#counts = counts;
    this.#staffing = staffing;
    this.purse = purse;
  }

  /** The run's own timer fires. */
  timer(at: number): Input {
    return this.#inputs.timer(at);
  }

  /** A person takes the exit that was asked for, as soon as it is open. */
  take({ exitPc }: Offer, state: RunState, at: number): Input {
    return { type: 'move', at, to: exitPc, checklist: this.#ofStage(state) };
  }

  /** Somebody is done with a planned task; `owner` is whoever planned it. */
  complete(owner: TaskOwner, plan: Plan, row: number, state: RunState, at: number): Input {
    const { pc, outcome } = plan;
    const step = this.#model.steps[pc];
    if (plan.stage === STAGE.working) this.#staffing?.finish(plan, owner);
    this.#counts.done(plan, at);
    plan.kind = PLAN.none;
    // Touches of other runs of the lead are not in the cell that its cost is told from.
    if (step && step.cost > 0 && this.purse !== this.#counts.tally && outcome !== REFUSED)
      this.purse.addLinkedCost(thousandths(step.cost));
    if (step?.isApproval)
      return { type: outcome === REFUSED ? 'refuse' : 'approve', at, token: row };
    const own = step?.checklist ?? NOTHING;
    const ofStage = this.#ofStage(state);
    const checklist = ofStage.length === 0 ? own : [...own, ...ofStage];
    return this.#inputs.complete(at, row, outcome, checklist);
  }

  #ofStage({ stagePc }: RunState): readonly string[] {
    return stagePc < 0 ? NOTHING : (this.#model.steps[stagePc]?.checklist ?? NOTHING);
  }
}

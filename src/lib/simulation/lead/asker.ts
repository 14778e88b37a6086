import { firstOpen, type RunState, type Token } from '$lib/engine';
import type { CadenceModel } from '../model/cadence-model';
import type { Staffing, TaskOwner } from '../people/staffing';
import { STAGE, type Plan } from './plan';

/** Has the tasks of one cadence ask for people and quotas that leads share. */
export class Asker {
  readonly #model: CadenceModel;
  readonly #staffing: Staffing | null;
  /** Row of the model's demands by instruction; null: no task asks for anything. */
  readonly #asks: Int32Array | null;

  /** `cadence` is the row of the model's tables of demands. */
  constructor(model: CadenceModel, cadence: number, staffing: Staffing | null) {
    this.#model = model;
    this.#staffing = staffing;
    this.#asks = staffing?.asks[cadence] ?? null;
  }

  /** Row of the model's demands; -1: its tasks begin by themselves. */
  demandOf(pc: number): number {
    return this.#asks === null ? -1 : (this.#asks[pc] as number);
  }

  /** Whether a planned task begins by itself, or when it has its turn. */
  stage(plan: Plan, now: number): void {
    plan.stage = STAGE.free;
    plan.asked = -1;
    if (this.demandOf(plan.pc) < 0) return;
    plan.stage = STAGE.asking;
    plan.asks = Math.max(plan.begins, now);
    plan.begins = Infinity;
    plan.at = Infinity;
  }

  /** A task asks for somebody; `priority` is that of the lead, `turn` tells its tasks apart. */
  ask(
    owner: TaskOwner,
    plan: Plan,
    now: number,
    lead: number,
    turn: number,
    priority: number
  ): void {
    const { pc, effort, wanted: due } = plan;
    const step = this.#model.steps[pc];
    if (plan.asked < 0) plan.asked = now;
    this.#staffing?.ask(owner, plan, {
      demand: this.demandOf(pc),
      // The same step, the same number: that of its draws.
      step: step?.key ?? 0,
      lead,
      turn,
      at: now,
      priority: (step?.priority ?? 0) + priority,
      due,
      effort
    });
  }

  /** Nobody begins anything while the run stands still; what was begun is finished (SIM-56). */
  standStill(plan: Plan, since: number): void {
    if (plan.stage === STAGE.waiting) {
      this.#staffing?.forget(plan);
      plan.stage = STAGE.asking;
    }
    if (plan.stage !== STAGE.free || plan.begins < since || plan.begins === Infinity) return;
    plan.asks = plan.begins;
    plan.begins = Infinity;
    plan.at = Infinity;
  }

  /** The run goes on: what would have begun meanwhile begins as soon as it may. */
  goOn(plan: Plan, state: RunState, token: Token, now: number): void {
    const { program } = this.#model;
    const spec = program.tasks[program.arg[plan.pc] ?? 0];
    const isFree = plan.stage === STAGE.free;
    if (!spec || !(isFree ? plan.begins === Infinity : plan.stage === STAGE.asking)) return;
    if (plan.asks < now) plan.asks = firstOpen(program, state, token, spec, now);
    if (!isFree) return;
    plan.begins = plan.asks;
    plan.at = plan.begins + plan.effort;
  }
}

import type { Program } from '$lib/program';
import type { Model } from '../model/model';
import type { PathReport } from '../statistics/result';
import type { Flow } from './flow';
import { flowOf } from './groups';
import { lookedUpIn } from './looked-up';
import { fits, type Column } from './numbers';
import { comesAgain } from './order';
import { refuseStaff, sharedPlanOf, type SharedPlan } from '../shared/shared-plan';
import { Tables } from './tables';

/** A model made ready for the columnar path: one flow for each segment. */
export interface ColumnarPlan {
  readonly flows: readonly Flow[];
  readonly tables: Tables;
  /** What its kernels look up: to be brought in before a run goes on. */
  readonly columns: readonly Column[];
  /** Null: leads share nothing. */
  readonly shared: SharedPlan | null;
}

interface Found {
  readonly report: PathReport;
  readonly plan: ColumnarPlan | null;
}

const found = new WeakMap<Model, Found>();

/** The path that a model takes. */
export function pathOf(model: Model): PathReport {
  return find(model).report;
}

/** The model made ready, or null where it takes the general path. */
export function planOf(model: Model): ColumnarPlan | null {
  return find(model).plan;
}

function find(model: Model): Found {
  let known = found.get(model);
  if (!known) found.set(model, (known = prepare(model)));
  return known;
}

function prepare(model: Model): Found {
  const reasons = new Set<string>();
  const { program, signals, staff, realLeads } = model;
  if (model.general) reasons.add('the general path was asked for');
  refuseStaff(model, reasons);
  if (realLeads) reasons.add('real leads have fields of their own');
  if (signals.length > 0) reasons.add('signals come in');
  if (program.touchLimits.length > 0) reasons.add('touches are limited');
  if (program.verdictWithin) reasons.add('a verdict is due in time');
  if (program.rules.some(({ requirement }) => requirement)) reasons.add('rules guard the exits');
  if (reasons.size > 0) return refused(reasons);
  const tables = new Tables(model, hasLoops(program));
  const flows: Flow[] = [];
  model.segments.forEach((_, segment) => {
    const flow = flowOf(model, segment, tables, reasons);
    if (flow) flows.push(flow);
  });
  if (reasons.size > 0) return refused(reasons);
  const shared = staff && sharedPlanOf(model, staff, flows, tables, reasons);
  if (reasons.size > 0) return refused(reasons);
  const columns = lookedUpIn(flows, shared?.lines ?? []);
  if (!fits(columns)) return refused(new Set(['its calendars and times take too much room']));
  return { report: { kind: 'columnar', reasons: [] }, plan: { flows, tables, columns, shared } };
}

function refused(reasons: ReadonlySet<string>): Found {
  return { report: { kind: 'general', reasons: [...reasons] }, plan: null };
}

/** Whether a lead may come back to a step. */
function hasLoops({ op, firstPort, target }: Program): boolean {
  const nexts = [...op].map((_, pc) => [
    ...target.subarray(firstPort[pc] ?? 0, firstPort[pc + 1] ?? 0)
  ]);
  return nexts.some((_, pc) => comesAgain(pc, nexts));
}

import { OP } from '$lib/program';
import type { CadenceModel } from '../model/cadence-model';
import type { Model } from '../model/model';
import type { CadenceTally } from './cadence-tally';
import { SUCCESSES, endedWith } from './other-ends';
import type { MoneyResult } from './result';
import type { Tally } from './tally';

/** Money is counted in whole thousandths, so that sums are exact. */
const PARTS = 1000;

/** An amount of money in whole thousandths. */
export function thousandths(amount: number): number {
  return Math.round(amount * PARTS);
}

/** Whether a scenario says anything of money. */
export function knowsMoney({ steps, linked, staff, segments }: Model): boolean {
  return (
    [steps, ...linked.map((other) => other.steps)].some((all) =>
      all.some(({ cost }) => cost > 0)
    ) ||
    segments.some(({ dealValue }) => dealValue !== null) ||
    (staff?.groups.some(({ costPerHour }) => costPerHour > 0) ?? false)
  );
}

/** What the leads of a cell cost and brought; thousandths. */
export interface Amounts {
  readonly people: number;
  readonly touches: number;
  readonly value: number;
}

/** The amounts of the cell of one segment. */
export function amountsOf(model: Model, cell: CadenceTally, segment: number): Amounts {
  const dealValue = model.segments[segment]?.dealValue ?? 0;
  return {
    people: cell.spent,
    touches: costOfTouches(model, cell) + cell.linkedCost,
    value: thousandths(dealValue) * wonBy(cell)
  };
}

/** Money over all leads; null where the scenario says nothing of it. */
export function moneyOf(model: Model, { cells }: Tally): MoneyResult | null {
  if (!knowsMoney(model)) return null;
  const sum = { people: 0, touches: 0, value: 0, leads: 0, successes: 0 };
  cells.forEach((cell, place) => {
    const { people, touches, value } = amountsOf(model, cell, place % model.segments.length);
    sum.people += people;
    sum.touches += touches;
    sum.value += value;
    sum.leads += cell.runs;
    sum.successes += successesOf(cell);
  });
  const cost = sum.people + sum.touches;
  const perLead = (amount: number) => (sum.leads === 0 ? 0 : amount / PARTS / sum.leads);
  return {
    people: sum.people / PARTS,
    touches: sum.touches / PARTS,
    cost: cost / PARTS,
    value: sum.value / PARTS,
    costPerLead: perLead(cost),
    valuePerLead: perLead(sum.value),
    costPerSuccess: sum.successes === 0 ? null : cost / PARTS / sum.successes
  };
}

/** Leads that ended with what cadences are for: won, qualified, or with a meeting. */
export function successesOf(cell: CadenceTally): number {
  return SUCCESSES.reduce((sum, result) => sum + endedWith(cell, result), 0);
}

/** Deals are won at exits alone. */
function wonBy({ program, exits }: CadenceTally): number {
  let sum = 0;
  for (let pc = 0; pc < program.op.length; pc++)
    if (program.op[pc] === OP.exit && program.exits[program.arg[pc] ?? 0]?.result === 'won')
      sum += exits[pc] ?? 0;
  return sum;
}

function costOfTouches({ steps }: CadenceModel, cell: CadenceTally): number {
  let sum = 0;
  steps.forEach(({ cost }, pc) => {
    if (cost > 0) sum += thousandths(cost) * cell.touchesAt(pc);
  });
  return sum;
}

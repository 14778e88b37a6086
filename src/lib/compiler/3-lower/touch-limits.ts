import { describeDelay, describeRule, type Cadence } from '$lib/domain';
import type { ProgramDelay, TouchLimit } from '$lib/program';
import type { Lowering } from './lowering';
import { rulesOf } from './rules';

/** The limits a day, within the run, and the touch budget, over all runs of the lead. */
export function lowerTouchLimits(lowering: Lowering): TouchLimit[] {
  const { cadence } = lowering.resolved;
  const daily = rulesOf('maxTouchesPerDay', lowering).map((rule): TouchLimit => ({
    atMost: rule.atMost,
    within: 'day',
    scope: 'run',
    text: describeRule(rule, cadence)
  }));
  if (!cadence.touchBudget) return daily;
  const { atMost, within } = cadence.touchBudget;
  const text = budgetInWords(cadence.touchBudget, cadence);
  return [...daily, { atMost, within: lowering.delay(within), scope: 'lead', text }];
}

/** `At most 3 touches of a lead within 5 business days`. */
function budgetInWords(
  { atMost, within }: NonNullable<Cadence['touchBudget']>,
  { parameters }: Cadence
): string {
  const touches = atMost === 1 ? 'touch' : 'touches';
  return `At most ${atMost} ${touches} of a lead within ${describeDelay(within, parameters)}`;
}

/** When a run without a verdict ends; of several limits the first one counts. */
export function lowerVerdictWithin(lowering: Lowering): ProgramDelay | null {
  const [rule] = rulesOf('verdictWithin', lowering);
  return rule ? lowering.delay(rule.limit) : null;
}

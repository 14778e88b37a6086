import { describeDuration } from '$lib/domain';
import { figures, unitOf } from '../compare/figures';
import { lessOf, metricWords } from '../compare/metric-words';
import type { FoundChoice, OptimizerResult } from './result';
import type { Setting, Values } from './space';

/** `gap1 = 2 business days, people.reps.count = 3`. */
export function valuesInWords(values: Values): string {
  return Object.entries(values)
    .map(([name, setting]) => `${name} = ${settingInWords(setting)}`)
    .join(', ');
}

/** What an optimizer found, in sentences that claim no more than is certain. */
export function wordsOf(result: Omit<OptimizerResult, 'words'>): readonly string[] {
  const { finalists, complete, tied, tried, choices } = result;
  const [best] = finalists;
  if (!best) return ['Nothing is known yet.'];
  const words = [
    bestInWords(best),
    ...againstStart(best, result),
    ...(tied > 1 ? [`The first ${tied} cannot be told apart.`] : [])
  ];
  if (tried < choices) words.push(`${tried} of ${choices} choices were tried.`);
  if (!complete)
    words.push('It was stopped early: the figures flatter those that were chosen by them.');
  return words;
}

function bestInWords({ values, isStart, holds }: FoundChoice): string {
  const name = isStart || !values ? 'The settings as they stand' : valuesInWords(values);
  if (holds === 'no') return `Nothing that was tried keeps to what was asked; closest: ${name}.`;
  const how = holds === 'maybe' ? '; whether it keeps to what was asked is not certain' : '';
  return `Best found: ${name}${how}.`;
}

function againstStart(
  { isStart, toStart }: FoundChoice,
  { goal, kind }: Pick<OptimizerResult, 'goal' | 'kind'>
): readonly string[] {
  if (isStart) return ['Nothing better than the start was found.'];
  if (!toStart) return [];
  const { low, high } = toStart;
  const what = metricWords(goal.metric);
  const unit = unitOf(kind, low, high);
  if (low > 0) return [`Against the start: ${figures(low, high, unit)} more ${what}.`];
  if (high < 0)
    return [`Against the start: ${figures(-high, -low, unit)} ${lessOf(goal.metric)} ${what}.`];
  const range = figures(low, high, unit, true);
  return [`No difference to the start can be seen in ${what} (${range}).`];
}

function settingInWords(setting: Setting): string {
  return typeof setting === 'number' ? String(setting) : describeDuration(setting);
}

import type { Scenario } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import type { ScenarioFault } from '../statistics/result';

/** What tells the items of a list apart, in this order. */
const KEYS = ['id', 'disposition', 'signal'] as const;

/** What is meant of an outcome or a signal that is named alone. */
const CHANCE = 'chance';

type Holder = Readonly<Record<string, unknown>>;

/** The figure of a scenario at `people.reps.count` or `steps.call.outcomes.interested`; null: none there. */
export function figureAt(scenario: Scenario, path: string): number | null {
  let here: unknown = scenario;
  for (const key of path.split('.')) here = inside(here, key);
  const found = isHolder(here) ? here[CHANCE] : here;
  return typeof found === 'number' ? found : null;
}

/**
 * The scenario with another figure at a path: names of properties, and in lists ids, or places from 0.
 * An outcome or a signal by itself means its chance.
 */
export function withFigure(
  scenario: Scenario,
  path: string,
  figure: number
): Result<Scenario, readonly ScenarioFault[]> {
  if (figureAt(scenario, path) === null)
    return fail([{ path, message: 'is no figure of the scenario' }]);
  return ok(replaced(scenario, path.split('.'), figure) as Scenario);
}

function replaced(here: unknown, [key, ...rest]: readonly string[], figure: number): unknown {
  if (key === undefined) return isHolder(here) ? { ...here, [CHANCE]: figure } : figure;
  if (Array.isArray(here)) {
    const place = placeOf(here, key);
    return here.map((item: unknown, at) => (at === place ? replaced(item, rest, figure) : item));
  }
  return isHolder(here) ? { ...here, [key]: replaced(here[key], rest, figure) } : here;
}

function inside(here: unknown, key: string): unknown {
  if (Array.isArray(here)) return (here as readonly unknown[])[placeOf(here, key)];
  return isHolder(here) && Object.hasOwn(here, key) ? here[key] : undefined;
}

function placeOf(list: readonly unknown[], key: string): number {
  const found = list.findIndex((item) => isHolder(item) && KEYS.some((name) => item[name] === key));
  return found < 0 && /^\d+$/.test(key) ? Number(key) : found;
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { NodeId, Scenario, StepAssumption } from '$lib/domain';
import type { Assumption, Moved, Steps } from './assumption';
import { scaled } from './scale';
import { tilted } from './tilt';

/** What chances that are 0 are raised to. */
const LEAST_CHANCE = 0.01;

/** What is assumed of steps: chances, efforts, delays, costs. `nameOf` is the name of a step. */
export function assumptionsOfSteps(
  scenario: Scenario,
  steps: Steps,
  nameOf: (node: NodeId) => string
): readonly Assumption[] {
  return Object.entries(scenario.steps).flatMap(([node, assumed]) => {
    const path = `steps.${node}`;
    const put = (next: StepAssumption): Scenario => ({
      ...scenario,
      steps: { ...scenario.steps, [node]: next }
    });
    const { effort, delay, cost, outcomes = [] } = assumed;
    const found: Assumption[] = outcomes.map(({ disposition, chance }, place) => ({
      path: `${path}.outcomes.${disposition}`,
      name: `Chance of "${disposition}" at ${nameOf(node)}`,
      from: chance,
      ...chancesBeside(chance, steps, (to) =>
        put({ ...assumed, outcomes: tilted(outcomes, place, to) })
      )
    }));
    if (effort)
      found.push(
        factor(`${path}.effort`, `Effort of ${nameOf(node)}`, steps, (by) =>
          put({ ...assumed, effort: scaled(effort, by) })
        )
      );
    if (delay)
      found.push(
        factor(`${path}.delay`, `Delay of ${nameOf(node)}`, steps, (by) =>
          put({ ...assumed, delay: { ...delay, distribution: scaled(delay.distribution, by) } })
        )
      );
    if (cost !== undefined && cost > 0)
      found.push(
        factor(`${path}.cost`, `Cost of a touch at ${nameOf(node)}`, steps, (by) =>
          put({ ...assumed, cost: cost * by })
        )
      );
    return found;
  });
}

/** A length or an amount whose neighbors are multiples of it. */
export function factor(
  path: string,
  name: string,
  { relative }: Steps,
  change: (by: number) => Scenario
): Assumption {
  const at = (by: number): Moved => ({ to: by, scenario: change(by) });
  return { path, name, from: 1, low: at(1 - relative), high: at(1 + relative) };
}

/** The chances beside one; the change is given as a function, for chances that differ by segment. */
export function chancesBeside(
  chance: number,
  { relative, chance: points }: Steps,
  change: (to: (chance: number) => number) => Scenario
): Pick<Assumption, 'low' | 'high'> {
  const moved = (side: number) => (before: number) =>
    points === undefined
      ? before === 0 && side > 0
        ? LEAST_CHANCE
        : before * (1 + side * relative)
      : before + side * points;
  const at = (side: number): Moved | null => {
    const to = Math.min(1, Math.max(0, moved(side)(chance)));
    return to === chance ? null : { to, scenario: change(moved(side)) };
  };
  return { low: at(-1), high: at(1) };
}

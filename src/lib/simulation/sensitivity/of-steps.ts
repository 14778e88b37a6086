import type { NodeId, Scenario, StepAssumption } from '$lib/domain';
import type { Program } from '$lib/program';
import type { Assumption, Moved, Steps } from './assumption';
import { scaled } from './scale';
import { tilted } from './tilt';

/** What chances that are 0 are raised to. */
const LEAST_CHANCE = 0.01;

/** The steps of a cadence, as a scenario speaks of them. */
interface AssumedSteps {
  readonly assumed: Scenario['steps'];
  /** Where they stand in the scenario. */
  readonly path: string;
  readonly put: (assumed: Scenario['steps']) => Scenario;
  readonly nameOf: (node: NodeId) => string;
}

/**
 * What is assumed of steps, of the simulated cadence and of those linked to it: chances, efforts, delays,
 * costs.
 */
export function assumptionsOfSteps(
  scenario: Scenario,
  steps: Steps,
  [program, ...others]: readonly [Program, ...Program[]]
): readonly Assumption[] {
  const { linked = {} } = scenario;
  const own: AssumedSteps = {
    assumed: scenario.steps,
    path: 'steps',
    put: (assumed) => ({ ...scenario, steps: assumed }),
    nameOf: (node) => nameIn(program, node)
  };
  return [own, ...others.flatMap((other) => ofLinked(scenario, linked, other))].flatMap((each) =>
    assumptionsOf(each, steps)
  );
}

function ofLinked(
  scenario: Scenario,
  linked: Scenario['linked'] & object,
  program: Program
): readonly AssumedSteps[] {
  const { cadence, name } = program;
  const assumed = Object.hasOwn(linked, cadence) ? linked[cadence] : undefined;
  if (!assumed) return [];
  return [
    {
      assumed,
      path: `linked.${cadence}`,
      put: (changed) => ({ ...scenario, linked: { ...linked, [cadence]: changed } }),
      nameOf: (node) => `${nameIn(program, node)} (${name})`
    }
  ];
}

function nameIn({ nodes, nodeNames }: Program, node: NodeId): string {
  return nodeNames[nodes.indexOf(node)] ?? node;
}

function assumptionsOf(of: AssumedSteps, steps: Steps): readonly Assumption[] {
  const { nameOf } = of;
  return Object.entries(of.assumed).flatMap(([node, assumed]) => {
    const path = `${of.path}.${node}`;
    const put = (next: StepAssumption): Scenario => of.put({ ...of.assumed, [node]: next });
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

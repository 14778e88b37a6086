import type { Scenario } from '$lib/domain';
import type { Assumption, Moved, Steps } from './assumption';
import { chancesBeside, factor } from './of-steps';
import { scaled } from './scale';

/** What is assumed of signals, arrivals, people, quotas, segments and money. */
export function assumptionsOfWorld(scenario: Scenario, steps: Steps): readonly Assumption[] {
  return [
    ...ofSignals(scenario, steps),
    ...ofArrivals(scenario, steps),
    ...ofPeople(scenario, steps),
    ...ofQuotas(scenario, steps),
    ...ofSegments(scenario, steps),
    ...(scenario.dealValue
      ? [
          factor('dealValue', 'Value of a deal', steps, (by) => ({
            ...scenario,
            dealValue: (scenario.dealValue ?? 0) * by
          }))
        ]
      : [])
  ];
}

function ofSignals(scenario: Scenario, steps: Steps): readonly Assumption[] {
  const { signals = [] } = scenario;
  return signals.flatMap((assumed, place) => {
    const { signal, after, chance, delay } = assumed;
    const put = (next: typeof assumed): Scenario => ({
      ...scenario,
      signals: signals.map((each, at) => (at === place ? next : each))
    });
    const where = after === undefined ? '' : ` after ${after}`;
    const clipped = (to: number) => Math.min(1, Math.max(0, to));
    return [
      {
        path: `signals.${place}.chance`,
        name: `Chance of "${signal}"${where}`,
        from: chance,
        ...chancesBeside(chance, steps, (to) => put({ ...assumed, chance: clipped(to(chance)) }))
      },
      factor(`signals.${place}.delay`, `Delay of "${signal}"${where}`, steps, (by) =>
        put({ ...assumed, delay: { ...delay, distribution: scaled(delay.distribution, by) } })
      )
    ];
  });
}

/** Leads by the day; those that come all at once, or at times of their own, have no rate. */
function ofArrivals(scenario: Scenario, steps: Steps): readonly Assumption[] {
  const { relative } = steps;
  const { arrivals } = scenario;
  const name = 'Leads that arrive by the day';
  if (arrivals.type === 'poisson')
    return [
      factor('arrivals.perHour', 'Leads that arrive by the hour', steps, (by) => ({
        ...scenario,
        arrivals: { ...arrivals, perHour: arrivals.perHour * by }
      }))
    ];
  if (arrivals.type === 'curve') {
    const at = (by: number): Moved => ({
      to: by,
      scenario: {
        ...scenario,
        arrivals: { ...arrivals, perDay: arrivals.perDay.map((count) => count * by) }
      }
    });
    const [low, high] = [at(1 - relative), at(1 + relative)];
    return [{ path: 'arrivals.perDay', name, from: 1, low, high }];
  }
  if (arrivals.type !== 'even') return [];
  const { amount } = arrivals.over;
  const over = (next: number): Moved => ({
    to: amount / next,
    scenario: { ...scenario, arrivals: { ...arrivals, over: { ...arrivals.over, amount: next } } }
  });
  const shorter = Math.min(amount - 1, Math.round(amount / (1 + relative)));
  const longer = Math.max(amount + 1, Math.round(amount / (1 - relative)));
  const high = shorter > 0 ? over(shorter) : null;
  return [{ path: 'arrivals.over', name, from: 1, low: over(longer), high }];
}

function ofPeople(scenario: Scenario, steps: Steps): readonly Assumption[] {
  const { people = [] } = scenario;
  return people.flatMap((group, place) => {
    const put = (next: typeof group): Scenario => ({
      ...scenario,
      people: people.map((each, at) => (at === place ? next : each))
    });
    const { id, name, count, costPerHour } = group;
    const path = `people.${id}`;
    return [
      {
        path: `${path}.count`,
        name: `Number of ${name}`,
        from: count,
        ...wholesBeside(count, steps, (to) => put({ ...group, count: to }))
      },
      factor(`${path}.effort`, `Effort of ${name} for all tasks`, steps, (by) =>
        put({ ...group, effort: (group.effort ?? 1) * by })
      ),
      ...(costPerHour
        ? [
            factor(`${path}.costPerHour`, `Cost of an hour of ${name}`, steps, (by) =>
              put({ ...group, costPerHour: costPerHour * by })
            )
          ]
        : [])
    ];
  });
}

function ofQuotas(scenario: Scenario, steps: Steps): readonly Assumption[] {
  const { quotas = [] } = scenario;
  return quotas.map((quota, place) => ({
    path: `quotas.${quota.id}.perDay`,
    name: `${quota.name} by the day`,
    from: quota.perDay,
    ...wholesBeside(quota.perDay, steps, (perDay) => ({
      ...scenario,
      quotas: quotas.map((each, at) => (at === place ? { ...quota, perDay } : each))
    }))
  }));
}

/** Shares of segments among the leads. */
function ofSegments(scenario: Scenario, steps: Steps): readonly Assumption[] {
  const { segments = [] } = scenario;
  if (segments.length < 2) return [];
  return segments
    .filter(({ weight }) => weight > 0)
    .map(({ id, name }) =>
      factor(`segments.${id}.weight`, `Weight of ${name}`, steps, (by) => ({
        ...scenario,
        segments: segments.map((each) =>
          each.id === id ? { ...each, weight: each.weight * by } : each
        )
      }))
    );
}

/** Whole numbers of 1 or more beside one: by the step, at least by one. */
function wholesBeside(
  count: number,
  { relative }: Steps,
  change: (to: number) => Scenario
): Pick<Assumption, 'low' | 'high'> {
  const by = Math.max(1, Math.round(count * relative));
  const at = (to: number): Moved => ({ to, scenario: change(to) });
  return { low: count - by >= 1 ? at(count - by) : null, high: at(count + by) };
}

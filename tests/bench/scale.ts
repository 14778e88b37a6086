import type { Scenario } from '$lib/domain';

/** The scenario with so many leads, and people in proportion where the leads come within a set time. */
export function forLeads(scenario: Scenario, leads: number): Scenario {
  const { people, arrivals } = scenario;
  if (!people || arrivals.type !== 'even') return { ...scenario, leads };
  const each = leads / scenario.leads;
  const scaled = people.map((group) => ({
    ...group,
    count: Math.max(1, Math.round(group.count * each))
  }));
  return { ...scenario, leads, people: scaled };
}

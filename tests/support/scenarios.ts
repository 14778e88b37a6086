import type { Cadence, Scenario, StepAssumption } from '$lib/domain';

/** A scenario in which calls take 3 to 15 minutes and one lead in ten says yes, one in ten no. */
export function scenarioFor(cadence: Cadence, rest: Partial<Scenario> = {}): Scenario {
  const steps: Record<string, StepAssumption> = {};
  for (const node of cadence.nodes) {
    if (node.kind !== 'action' || !node.dispositions) continue;
    steps[node.id] = {
      outcomes: [
        { disposition: 'interested', chance: 0.1 },
        { disposition: 'not-interested', chance: 0.1 },
        { disposition: 'no-answer', chance: 0.5 }
      ],
      effort: { type: 'triangular', min: 3, mode: 6, max: 15 }
    };
  }
  return {
    id: 'base',
    name: 'Base',
    start: '2026-01-05T09:00',
    leads: 2000,
    seed: 1,
    arrivals: { type: 'even', over: { amount: 20, unit: 'businessDays' } },
    steps,
    ...rest
  };
}

import type { NodeId } from '../ids';
import type { Scenario } from '../scenario';

/** Whether some scenario assumes something of this step. */
export function mentions(scenarios: readonly Scenario[], id: NodeId): boolean {
  return scenarios.some(({ steps, signals = [] }) => {
    return Object.hasOwn(steps, id) || signals.some(({ after }) => after === id);
  });
}

/** The scenarios without what they assume of this step; untouched ones are the same objects. */
export function forget(scenarios: readonly Scenario[], id: NodeId): readonly Scenario[] {
  if (!mentions(scenarios, id)) return scenarios;
  return scenarios.map((scenario) => {
    if (!mentions([scenario], id)) return scenario;
    const { [id]: _gone, ...steps } = scenario.steps;
    if (!scenario.signals) return { ...scenario, steps };
    return { ...scenario, steps, signals: scenario.signals.filter(({ after }) => after !== id) };
  });
}

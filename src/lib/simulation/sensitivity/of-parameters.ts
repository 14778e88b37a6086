import type { Duration } from '$lib/domain';
import type { Assumption, Moved, Steps } from './assumption';

/** A named time of the cadence. */
export interface NamedTime {
  readonly id: string;
  readonly name: string;
  readonly duration: Duration;
}

/** Named times, moved by the step, at least by one of their unit. */
export function assumptionsOfParameters(
  parameters: readonly NamedTime[],
  { relative }: Steps
): readonly Assumption[] {
  return parameters.map(({ id, name, duration }) => {
    const { amount } = duration;
    const by = Math.max(1, Math.round(amount * relative));
    const at = (to: number): Moved => ({ to, values: { [id]: { ...duration, amount: to } } });
    const low = amount - by >= 0 ? at(amount - by) : null;
    return { path: `parameters.${id}`, name, from: amount, low, high: at(amount + by) };
  });
}

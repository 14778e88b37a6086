import type { Cadence, SignalAssumption } from '$lib/domain';
import { withHeardSignals } from '$lib/simulation';
import { programOf } from './files';
import { scenarioFor } from './scenarios';

/** Of the signals those that the cadence, or one beside it, listens to: no scenario may have others. */
export function heardSignals(
  cadence: Cadence,
  beside: readonly Cadence[],
  signals: readonly SignalAssumption[]
): readonly SignalAssumption[] {
  const programs = [
    programOf(cadence, beside),
    ...beside.map((other) => programOf(other))
  ] as const;
  return withHeardSignals({ ...scenarioFor(cadence), signals }, programs).signals ?? [];
}

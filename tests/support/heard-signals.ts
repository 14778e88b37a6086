import type { Cadence, SignalAssumption } from '$lib/domain';
import { modelOf } from '$lib/simulation';
import { programOf } from './files';
import { scenarioFor } from './scenarios';

/** Of the signals those that the cadence, or one beside it, listens to: no scenario may have others. */
export function heardSignals(
  cadence: Cadence,
  beside: readonly Cadence[],
  signals: readonly SignalAssumption[]
): readonly SignalAssumption[] {
  const program = programOf(cadence, beside);
  const linked = beside.map((other) => programOf(other));
  return signals.filter((signal) => {
    const model = modelOf(program, { ...scenarioFor(cadence), signals: [signal] }, { linked });
    return model.ok || !model.error.some(({ path }) => path === 'signals[0].signal');
  });
}

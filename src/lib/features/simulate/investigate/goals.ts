import { metricLabel } from '../words/metrics';

export interface GoalChoice {
  readonly value: string;
  readonly label: string;
  /** What one hopes for. */
  readonly direction: 'max' | 'min';
}

const MOST = ['success', 'profit', 'value'];
const LEAST = ['elapsed', 'cycle', 'firstResponse', 'touches', 'effort', 'waiting', 'cost'];

/** What can be asked to be as much, or as little, as can be; money where the scenario speaks of it. */
export function goalChoices(knowsMoney: boolean): readonly GoalChoice[] {
  const choice = (direction: 'max' | 'min') => (value: string) => ({
    value,
    label: metricLabel(value),
    direction
  });
  return [...MOST.map(choice('max')), ...LEAST.map(choice('min'))].filter(
    ({ value }) => knowsMoney || !['profit', 'value', 'cost'].includes(value)
  );
}

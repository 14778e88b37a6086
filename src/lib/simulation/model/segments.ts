import type { Scalar, Scenario, Segment } from '$lib/domain';
import type { ScenarioFault } from '../statistics/result';
import { checkFields } from './fields';

export interface SegmentModel {
  readonly id: string;
  readonly name: string;
  /** Added to the priority of tasks. */
  readonly priority: number;
  /** Money a deal is worth; null: not assumed. */
  readonly dealValue: number | null;
  readonly fields: Readonly<Record<string, Scalar>>;
  /** Running sum of the weights, as a share of the whole. */
  readonly upTo: number;
}

/** The segments of a scenario, one of everybody where it has none; what does not fit is added to `faults`. */
export function segmentsOf(
  scenario: Pick<Scenario, 'segments' | 'dealValue'>,
  known: ReadonlySet<string>,
  faults: ScenarioFault[]
): readonly SegmentModel[] {
  const segments = scenario.segments ?? [];
  const everybody = { priority: 0, dealValue: scenario.dealValue ?? null };
  if (segments.length === 0) return [{ id: '', name: '', fields: {}, upTo: 1, ...everybody }];
  segments.forEach((segment, row) => check(segment, `segments[${row}]`, known, faults));
  const whole = segments.reduce((sum, { weight }) => sum + weight, 0);
  if (!(whole > 0)) faults.push({ path: 'segments', message: 'must have a weight above 0' });
  let sum = 0;
  return segments.map(({ id, name, fields, weight, priority, dealValue }) => {
    sum += weight;
    return {
      id,
      name,
      fields,
      upTo: sum / whole,
      priority: priority ?? everybody.priority,
      dealValue: dealValue ?? everybody.dealValue
    };
  });
}

function check(
  { fields, weight, dealValue = 0 }: Segment,
  path: string,
  known: ReadonlySet<string>,
  faults: ScenarioFault[]
): void {
  if (!(weight >= 0 && weight < Infinity))
    faults.push({ path: `${path}.weight`, message: 'must not be negative' });
  if (!(dealValue >= 0))
    faults.push({ path: `${path}.dealValue`, message: 'must not be negative' });
  checkFields(fields, known, `${path}.fields`, faults);
}

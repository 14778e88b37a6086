import { describeDelay, type CadenceFile } from '$lib/domain';
import type { SimulationResult } from '../simulate-state.svelte';

type Cadence = CadenceFile['cadence'];

export interface LimitRow {
  readonly id: string;
  /** "Review: within 2 business days". */
  readonly label: string;
  readonly met: number;
  readonly reached: number;
  readonly of: number;
}

/** How often each time limit of the cadence was kept, named by its step. */
export function limitRows(
  limits: SimulationResult['timeLimits'],
  cadence: Cadence
): readonly LimitRow[] {
  return limits
    .filter(({ of }) => of > 0)
    .map(({ node, threshold, count, of, met }) => {
      const step = cadence.nodes.find(({ id }) => id === node);
      const sla = step && 'sla' in step ? (step.sla ?? []) : [];
      const after = sla.find(({ id }) => id === threshold)?.after;
      const limit = after ? describeDelay(after, cadence.parameters) : threshold;
      return {
        id: `${node} ${threshold}`,
        label: `${step?.name ?? node} within ${limit}`,
        met,
        reached: count,
        of
      };
    });
}

import type { Difference } from '../compare/paired';
import type { Estimate } from '../compare/unit-sums';
import type { MetricKind } from '../statistics/metrics';
import type { ScenarioFault } from '../statistics/result';

/** What the goal does when an assumption is moved to one side. */
export interface Side {
  readonly to: number;
  /** Against the assumptions as they stand, on the same leads; null: not known (yet). */
  readonly difference: Difference | null;
}

/** How much a goal depends on one assumption. */
export interface Sensitivity {
  readonly path: string;
  readonly name: string;
  /** 1 where the sides are factors. */
  readonly from: number;
  readonly low: Side | null;
  readonly high: Side | null;
  /** From the lower to the higher side, in pairs; with one side only from or to what stands. */
  readonly swing: Difference | null;
  /** By how many per cent the goal goes up for one per cent of the assumption; null: one of them is 0. */
  readonly elasticity: Estimate | null;
  /** The swing can be told from 0, among so many assumptions. */
  readonly seen: boolean;
  readonly words: string;
}

/** What a sensitivity analysis found so far. A JSON value: same inputs, same bytes. */
export interface SensitivityResult {
  readonly goal: string;
  readonly kind: MetricKind;
  readonly base: Estimate | null;
  readonly leads: number;
  readonly complete: boolean;
  /** By what they do to the goal, most first; those whose effect cannot be told from 0 last. */
  readonly assumptions: readonly Sensitivity[];
  readonly refused: readonly { readonly path: string; readonly faults: readonly ScenarioFault[] }[];
}

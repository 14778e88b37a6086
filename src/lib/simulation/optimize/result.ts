import type { Difference } from '../compare/paired';
import type { Estimate } from '../compare/unit-sums';
import type { MetricKind } from '../statistics/metrics';
import type { ScenarioFault } from '../statistics/result';
import type { Holds, Judged } from './constraint';
import type { Goal } from './settings';
import type { Values } from './space';

/** A choice and how it stands against the others, on the same leads. */
export interface FoundChoice {
  /** Null: the start, as the cadence and the scenario stand, which is none of the choices. */
  readonly values: Values | null;
  readonly isStart: boolean;
  readonly goal: Estimate | null;
  readonly constraints: readonly Judged[];
  readonly holds: Holds;
  /** What it has more of the goal's metric than the start. */
  readonly toStart: Difference | null;
  /** The same against the best; null for the best itself. */
  readonly toBest: Difference | null;
  /** Certainly not as good as the best. */
  readonly worse: boolean;
}

/**
 * What an optimizer found so far. A JSON value: same inputs, same bytes. Intervals of differences hold
 * all at once with 95 %: among many that are as good one looks best by chance.
 */
export interface OptimizerResult {
  readonly goal: Goal;
  /** What the goal's metric counts. */
  readonly kind: MetricKind;
  /** Choices there are, and of them how many were tried. */
  readonly choices: number;
  readonly tried: number;
  readonly leads: number;
  /**
   * The final comparison is over, on leads that decided nothing before. Without it the figures are those
   * that candidates were chosen by, and flatter them.
   */
  readonly complete: boolean;
  /** Best first; those that break a constraint last. */
  readonly finalists: readonly FoundChoice[];
  /** How many of the finalists cannot be told apart from the best, itself counted. */
  readonly tied: number;
  readonly words: readonly string[];
  readonly refused: readonly {
    readonly values: Values;
    readonly faults: readonly ScenarioFault[];
  }[];
}

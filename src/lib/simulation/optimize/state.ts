import type { Measurement } from '../compare/measure';
import type { ScenarioFault } from '../statistics/result';
import type { Point } from './space';

/** A candidate and what is known of it. */
export interface ArmState {
  /** Null: the start, as the cadence and the scenario stand. */
  readonly point: Point | null;
  /** Of its leads up to each rung it came to; kept for those that are still in it. */
  readonly rungs: readonly Measurement[];
  /** The rung after which it was left out; null: it is still in it, or was refused. */
  readonly out: number | null;
  /** Of the final comparison. */
  readonly final: Measurement | null;
  /** Why it cannot be simulated. */
  readonly refused: readonly ScenarioFault[];
}

/**
 * Where an optimizer stands: a JSON value, from which it goes on to the same end. Its size depends on
 * the number of candidates, never on that of leads.
 */
export interface OptimizerState {
  readonly format: 1;
  /** Of the settings and the start it belongs to. */
  readonly problem: string;
  /** The first is the start. */
  readonly arms: readonly ArmState[];
  readonly round: number;
  /** Rung that is being run, or FINAL; past it: over. */
  readonly stage: number;
  /** Those that run in this stage, by place in `arms`. */
  readonly running: readonly number[];
  /** Best of the rounds before; null in the first. */
  readonly leader: number | null;
  /** Jobs of this stage that are done. */
  readonly told: Readonly<Record<string, Measurement>>;
  /** Leads run. */
  readonly done: number;
}

export function emptyArm(point: Point | null): ArmState {
  return { point, rungs: [], out: null, final: null, refused: [] };
}

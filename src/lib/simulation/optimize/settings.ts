import type { ScenarioFault } from '../statistics/result';
import { sizeOf, type Dimension } from './space';

/** What is to be as much, or as little, as can be. */
export interface Goal {
  readonly metric: string;
  readonly direction: 'max' | 'min';
}

/** What must hold of another metric. */
export interface Constraint {
  readonly metric: string;
  readonly relation: 'atMost' | 'atLeast';
  /** In the metric's own measure: shares from 0 to 1, times in milliseconds. */
  readonly bound: number;
  /** Of the time's percentile instead of its mean, as a share; for elapsed, cycle, firstResponse. */
  readonly percentile?: number;
}

export interface OptimizerSettings {
  readonly space: readonly Dimension[];
  readonly goal: Goal;
  readonly constraints?: readonly Constraint[];
  /** Of the choice of candidates; draws follow the scenario's. 1 without it. */
  readonly seed?: number;
  /** Every choice is tried where there are no more than these; 64 without it. */
  readonly candidates?: number;
}

/** Of the candidates about one in so many is kept from rung to rung, which is so many times as long. */
export const FACTOR = 3;
/** Rungs of a round. */
export const RUNGS = 3;
/** Rounds at most: the first over the candidates, others over what is next to the best so far. */
export const ROUNDS = 8;
/** Of the last comparison, beside the start. */
export const FINALISTS = 4;
/** Replications of the last comparison where leads share people. */
export const FINAL_REPLICATIONS = 10;
export const CANDIDATES = 64;
const MOST_CANDIDATES = 1000;
const MOST_VALUES = 1000;

const PERCENTILE_OF = ['elapsed', 'cycle', 'firstResponse'];

/** What makes no sense in the settings by themselves. */
export function faultsOf(settings: OptimizerSettings): readonly ScenarioFault[] {
  const { space, candidates = CANDIDATES, seed = 1, constraints = [] } = settings;
  const faults: ScenarioFault[] = [];
  const fault = (path: string, message: string) => void faults.push({ path, message });
  if (space.length === 0) fault('space', 'must have something to choose');
  space.forEach(({ name, values }, place) => {
    if (space.findIndex((each) => each.name === name) < place)
      fault(`space.${name}`, 'is there twice');
    if (values.length === 0) fault(`space.${name}`, 'must have a value to choose');
    if (values.length > MOST_VALUES)
      fault(`space.${name}`, `must have at most ${MOST_VALUES} values`);
    for (const value of values) {
      const figure = typeof value === 'number' ? value : value.amount;
      if (!Number.isFinite(figure) || figure < 0)
        fault(`space.${name}`, `${figure} is no value of 0 or more`);
    }
  });
  if (faults.length === 0 && sizeOf(space) < 2) fault('space', 'must have more than one choice');
  if (!Number.isInteger(candidates) || candidates < 2 || candidates > MOST_CANDIDATES)
    fault('candidates', `must be a whole number from 2 to ${MOST_CANDIDATES}`);
  if (!Number.isInteger(seed)) fault('seed', 'must be a whole number');
  constraints.forEach(({ metric, bound, percentile }, place) => {
    if (!Number.isFinite(bound)) fault(`constraints[${place}].bound`, 'must be a number');
    if (percentile === undefined) return;
    if (!PERCENTILE_OF.includes(metric))
      fault(`constraints[${place}]`, `there are percentiles of ${PERCENTILE_OF.join(', ')} alone`);
    if (!(percentile > 0 && percentile < 1))
      fault(`constraints[${place}].percentile`, 'must be above 0 and below 1');
  });
  return faults;
}

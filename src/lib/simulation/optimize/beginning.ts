import { hashText } from '$lib/engine';
import { canonicalJson } from '$lib/util';
import type { Variant } from '../compare/variant';
import type { Model } from '../model/model';
import { CANDIDATES, type OptimizerSettings } from './settings';
import { candidatesOf, samePoint } from './space';
import { emptyArm, type OptimizerState } from './state';

/** Before anything was run; `start` is the choice that the start itself is, if it is one. */
export function firstState(
  { space, candidates = CANDIDATES, seed = 1 }: OptimizerSettings,
  start: readonly number[] | null,
  problem: string
): OptimizerState {
  const points = candidatesOf(space, candidates, seed).filter(
    (point) => !start || !samePoint(point, start)
  );
  const arms = [emptyArm(start), ...points.map(emptyArm)];
  return {
    format: 1,
    problem,
    arms,
    round: 0,
    stage: 0,
    running: arms.map((_, place) => place),
    leader: null,
    told: {},
    done: 0
  };
}

/** Tells a question from others. */
export function problemOf(
  settings: OptimizerSettings,
  variant: Variant | null,
  { program, leads, seed }: Model
): string {
  const { version } = program;
  const whole = canonicalJson({ settings, version, scenario: variant?.scenario, leads, seed });
  return (hashText(whole) >>> 0).toString(16).padStart(8, '0');
}

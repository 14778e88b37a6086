import { between } from '../compare/between';
import { CONFIDENCE, type Difference } from '../compare/paired';
import { RUNGS, type OptimizerSettings } from './settings';
import { sizeOf, valuesAt, type Point, type Values } from './space';
import { FINAL } from './stages';
import { advantage, standingsOf, type Rules, type Standing } from './standing';
import type { OptimizerState } from './state';
import type { FoundChoice, OptimizerResult } from './result';
import { wordsOf } from './words';

/** What the optimizer knows at this point. */
export function reportOf(
  state: OptimizerState,
  { space }: OptimizerSettings,
  rules: Rules
): OptimizerResult {
  const complete = state.stage > FINAL;
  const standings = standingsOf(measuredOf(state, complete), rules);
  const pairs = (standings.length * (standings.length - 1)) / 2;
  // Bonferroni's correction: every pair may be looked at.
  const confidence = 1 - (1 - CONFIDENCE) / Math.max(1, pairs);
  const found = { state, space, rules, standings, confidence };
  const finalists = standings.map((standing) => choiceOf(standing, found));
  const tied = finalists.filter(({ worse, holds }) => !worse && holds !== 'no').length;
  const result = {
    goal: rules.goal,
    kind: rules.kinds.get(rules.goal.metric) ?? 'count',
    choices: sizeOf(space),
    tried: state.arms.filter(({ point }) => point !== null).length,
    leads: state.done,
    complete,
    finalists,
    tied,
    refused: state.arms.flatMap(({ point, refused }) =>
      point && refused.length > 0 ? [{ values: valuesAt(space, point), faults: refused }] : []
    )
  };
  return { ...result, words: wordsOf(result) };
}

function measuredOf({ arms }: OptimizerState, complete: boolean) {
  if (complete)
    return arms.flatMap(({ final }, arm) => (final ? [{ arm, measurement: final }] : []));
  for (let rung = RUNGS - 1; rung >= 0; rung--) {
    const there = arms.flatMap(({ rungs }, arm) => {
      const measurement = rungs[rung];
      return measurement ? [{ arm, measurement }] : [];
    });
    if (there.length > 1) return there;
  }
  return [];
}

interface Found {
  readonly state: OptimizerState;
  readonly space: OptimizerSettings['space'];
  readonly rules: Rules;
  readonly standings: readonly Standing[];
  readonly confidence: number;
}

function choiceOf(standing: Standing, found: Found): FoundChoice {
  const { state, space, rules, standings, confidence } = found;
  const [best] = standings;
  const start = standings.find(({ arm }) => arm === 0);
  const point: Point | null = state.arms[standing.arm]?.point ?? null;
  const values: Values | null = point && valuesAt(space, point);
  const more = (other: Standing | undefined): Difference | null =>
    other && other !== standing ? differenceTo(other, standing, rules, confidence) : null;
  const behind =
    best && best !== standing ? advantage(best, standing, rules.goal, confidence) : null;
  return {
    values,
    isStart: standing.arm === 0,
    goal: standing.goal,
    constraints: standing.judged,
    holds: standing.holds,
    toStart: more(start),
    toBest: more(best),
    worse: behind !== null && behind.low > 0
  };
}

function differenceTo(
  other: Standing,
  standing: Standing,
  { goal }: Rules,
  confidence: number
): Difference | null {
  return between(other.measurement, standing.measurement, goal.metric, confidence).difference;
}

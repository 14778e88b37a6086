import { addMeasurements } from '../compare/sample';
import type { Measurement } from '../compare/measure';
import { FACTOR, FINALISTS, ROUNDS, RUNGS } from './settings';
import { neighborsOf, samePoint, type Dimension } from './space';
import { FINAL } from './stages';
import { standingsOf, survivorsOf, type Rules, type Standing } from './standing';
import { emptyArm, type ArmState, type OptimizerState } from './state';

interface Problem {
  readonly space: readonly Dimension[];
  readonly rules: Rules;
}

/** What comes after a stage whose jobs are all done. */
export function nextTurn(
  state: OptimizerState,
  measured: ReadonlyMap<number, Measurement>,
  problem: Problem
): OptimizerState {
  const after = { ...state, told: {} };
  if (state.stage === FINAL) {
    const arms = state.arms.map((arm, place) => ({ ...arm, final: measured.get(place) ?? null }));
    return { ...after, arms, stage: FINAL + 1, running: [] };
  }
  const arms = state.arms.map((arm, place) => withRung(arm, state.stage, measured.get(place)));
  return afterRung({ ...after, arms }, problem);
}

function withRung(arm: ArmState, stage: number, measurement: Measurement | undefined): ArmState {
  if (!measurement) return arm;
  const before = arm.rungs[stage - 1];
  const whole = before ? addMeasurements(before, measurement) : measurement;
  return { ...arm, rungs: [...arm.rungs.slice(0, stage), whole] };
}

/** The candidates of the round's last rung are compared with the best before; others are left out. */
function afterRung(state: OptimizerState, problem: Problem): OptimizerState {
  const { stage, running, leader } = state;
  const standings = standingsAt(state, contestants(state), problem.rules);
  const last = stage === RUNGS - 1;
  const keep = last ? FINALISTS : Math.max(2, Math.ceil((running.length + 1) / FACTOR));
  const kept = survivorsOf(standings, keep, problem.rules.goal).map(({ arm }) => arm);
  const stays = new Set([0, ...kept, ...(leader === null ? [] : [leader])]);
  const next = leave(
    state,
    running.filter((arm) => !stays.has(arm)),
    stage
  );
  if (last) return afterRound(next, standings, problem);
  return { ...next, stage: stage + 1, running: running.filter((arm) => stays.has(arm)) };
}

/** Those that run, and the best before, which has run on the same leads. */
function contestants({ running, leader }: OptimizerState): readonly number[] {
  return leader === null || running.includes(leader) ? running : [leader, ...running];
}

/** Another round over what is next to the best so far, as long as that finds a better one. */
function afterRound(
  state: OptimizerState,
  standings: readonly Standing[],
  problem: Problem
): OptimizerState {
  const best = standings[0]?.arm ?? 0;
  const { point } = state.arms[best] ?? {};
  const fresh =
    point && best !== state.leader && state.round + 1 < ROUNDS
      ? neighborsOf(problem.space, point).filter((near) => !isTried(state.arms, near))
      : [];
  if (fresh.length === 0) return toFinal(state, problem.rules);
  const running = fresh.map((_, place) => state.arms.length + place);
  const arms = [...state.arms, ...fresh.map(emptyArm)];
  return { ...state, arms, round: state.round + 1, stage: 0, running, leader: best };
}

function isTried(arms: readonly ArmState[], near: readonly number[]): boolean {
  return arms.some(({ point }) => point !== null && samePoint(point, near));
}

/** The start and the best of all that came to a last rung. */
function toFinal(state: OptimizerState, rules: Rules): OptimizerState {
  const there = state.arms.flatMap(({ rungs }, arm) => (rungs.length === RUNGS ? [arm] : []));
  const standings = standingsAt({ ...state, stage: RUNGS - 1 }, there, rules);
  const kept = standings.slice(0, FINALISTS).map(({ arm }) => arm);
  const safe = standings.find(({ holds }) => holds === 'yes')?.arm ?? 0;
  const running = [...new Set([0, ...kept, safe])].sort((a, b) => a - b);
  return { ...state, stage: FINAL, running, leader: kept[0] ?? null };
}

/** How candidates stand after a rung that all of them have run. */
function standingsAt(
  { arms, stage }: OptimizerState,
  among: readonly number[],
  rules: Rules
): readonly Standing[] {
  const measured = among.flatMap((arm) => {
    const measurement = arms[arm]?.rungs[stage];
    return measurement ? [{ arm, measurement }] : [];
  });
  return standingsOf(measured, rules);
}

function leave(state: OptimizerState, leaving: readonly number[], out: number): OptimizerState {
  const arms = state.arms.map((arm, place) =>
    leaving.includes(place) ? { ...arm, rungs: [], out } : arm
  );
  return { ...state, arms };
}

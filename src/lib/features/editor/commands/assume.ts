import type {
  Disposition,
  Edit,
  NodeId,
  OutcomeChance,
  Scenario,
  Slug,
  StepAssumption
} from '$lib/domain';
import { patched, type Patch } from '$lib/util';

/** Changes what the first scenario assumes of a step; null when there is no scenario. */
export function assume(
  scenarios: readonly Scenario[],
  node: NodeId,
  patch: Patch<StepAssumption>
): Edit | null {
  const [first, ...others] = scenarios;
  if (!first) return null;
  const step = patched<StepAssumption>(first.steps[node] ?? {}, patch);
  const { [node]: _old, ...rest } = first.steps;
  const steps = Object.keys(step).length === 0 ? rest : { ...rest, [node]: step };
  return { kind: 'setScenarios', scenarios: [{ ...first, steps }, ...others] };
}

/** The chances with one of them changed; a chance of nothing is not written down. */
export function withChance(
  outcomes: readonly OutcomeChance[],
  disposition: Slug,
  chance: number
): readonly OutcomeChance[] {
  const known = outcomes.some((outcome) => outcome.disposition === disposition);
  if (!known) return chance === 0 ? outcomes : [...outcomes, { disposition, chance }];
  return outcomes.map((outcome) =>
    outcome.disposition === disposition ? { ...outcome, chance } : outcome
  );
}

/** What the chances leave over for "done, and nothing recorded"; negative when they are too many. */
export function leftOver(outcomes: readonly OutcomeChance[]): number {
  const sum = outcomes.reduce((total, { chance }) => total + chance, 0);
  return Math.round((1 - sum) * 1e9) / 1e9;
}

/** One line per disposition that can come of the step: those it offers, and those assumed anyway. */
export function outcomeLines(
  offered: readonly Slug[],
  outcomes: readonly OutcomeChance[],
  dispositions: readonly Disposition[]
): readonly { id: Slug; name: string; chance: number; offered: boolean }[] {
  const ids = [...new Set([...offered, ...outcomes.map(({ disposition }) => disposition)])];
  return ids.map((id) => ({
    id,
    name: dispositions.find((disposition) => disposition.id === id)?.name ?? id,
    chance: outcomes.find((outcome) => outcome.disposition === id)?.chance ?? 0,
    offered: offered.includes(id)
  }));
}

import type { Cadence, NodeId } from '$lib/domain';
import type { Diagnostic } from '$lib/worker/protocol';
import { groupProblems } from './problem-list';

/** The step that a problem is about: its own, or the one that its connection leaves; none for the cadence. */
export function stepOf(cadence: Cadence, { node, edge }: Diagnostic): NodeId | undefined {
  return node ?? cadence.edges.find((candidate) => candidate.id === edge)?.from;
}

/**
 * The problem to look at after (or before) those of the selected step, in the order of the list and
 * round its ends; the first one when none is about that step. Undefined without problems.
 */
export function nextProblem(
  cadence: Cadence,
  diagnostics: readonly Diagnostic[],
  selected: NodeId | null,
  direction: 1 | -1
): Diagnostic | undefined {
  const all = groupProblems(diagnostics).flatMap(({ problems }) => problems);
  const steps = all.map((problem) => stepOf(cadence, problem) ?? null);
  const here = steps.indexOf(selected);
  if (selected === null || here === -1) return direction === 1 ? all[0] : all.at(-1);
  for (let away = 1; away <= all.length; away += 1) {
    const index = (here + direction * away + all.length * 2) % all.length;
    if (steps[index] !== selected) return all[index];
  }
  return all[here];
}

/** The problem that one key mends: the worst with a fix, of the selected step if there is one. */
export function mendable(
  cadence: Cadence,
  diagnostics: readonly Diagnostic[],
  selected: NodeId | null
): Diagnostic | undefined {
  const all = groupProblems(diagnostics).flatMap(({ problems }) => problems);
  return all.find(
    (problem) =>
      problem.fix !== undefined && (selected === null || stepOf(cadence, problem) === selected)
  );
}

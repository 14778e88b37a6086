import type { BranchNode, Condition, ConditionCase } from '$lib/domain';
import { present } from '$lib/util';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { conditionsOf } from '../logic/conditions';
import { ALL_WAYS, canHoldIn, waysToHold, waysWithout } from '../logic/satisfiable';

/** CMP-119, CMP-120: every condition can hold, and every case of a branch can be the first that does. */
export function checkConditions(resolved: ResolvedCadence): Diagnostic[] {
  return [
    ...contradictions(resolved),
    ...resolved.live.flatMap((node) => (node.kind === 'branch' ? overlaps(node) : []))
  ];
}

function contradictions(resolved: ResolvedCadence): Diagnostic[] {
  const { graph } = resolved;
  return (
    conditionsOf(resolved)
      // What nobody can meet on a step is told as such.
      .filter(({ field }) => field !== 'requirements')
      .filter(({ when }) => !canHold(when))
      .map(({ what, node, field }) => {
        const where =
          node === undefined ? 'The cadence' : nameOf(present(graph.nodes.get(node), node));
        return diagnose(
          'contradictory-condition',
          [where, what],
          node === undefined ? { field } : { node, field }
        );
      })
  );
}

function overlaps(node: BranchNode): Diagnostic[] {
  return coveredCases(node).map((name) =>
    diagnose('overlapping-case', [nameOf(node), name], { node: node.id, field: 'by' })
  );
}

/** Names of the cases that those before them leave no lead to. */
function coveredCases({ by }: BranchNode): string[] {
  switch (by.type) {
    case 'condition':
      return coveredConditions(by.cases);
    case 'disposition':
      return covered(by.cases, ({ dispositions }, before) => {
        const taken = new Set(before.flatMap((one) => one.dispositions));
        return dispositions.length > 0 && dispositions.every((id) => taken.has(id));
      });
    case 'signal':
      return covered(by.cases, ({ signal }, before) => before.some((one) => one.signal === signal));
    case 'split':
      return [];
  }
}

/** Follows the ways that no case has taken so far; where they are too many, the rest is not looked into. */
function coveredConditions(cases: readonly ConditionCase[]): string[] {
  let left: ReturnType<typeof waysWithout> = ALL_WAYS;
  return cases.flatMap(({ when, name, id }) => {
    if (left === null || !canHold(when)) return [];
    const isCovered = !canHoldIn(left, when);
    left = waysWithout(left, when);
    return isCovered ? [name || id] : [];
  });
}

function covered<C extends { readonly id: string; readonly name: string }>(
  cases: readonly C[],
  isCovered: (one: C, before: readonly C[]) => boolean
): string[] {
  return cases
    .filter((one, index) => isCovered(one, cases.slice(0, index)))
    .map(({ id, name }) => name || id);
}

/** Whether the condition can hold for some lead. */
function canHold(when: Condition): boolean {
  return waysToHold([when])?.length !== 0;
}

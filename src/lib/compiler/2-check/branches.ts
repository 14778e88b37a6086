import type { BranchBy, BranchNode, SplitCase } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { toHundred } from './to-hundred';

/** CMP-17, CMP-19, CMP-39: a branch has cases that say whom they are for, and shares make 100. */
export function checkBranches({ live }: ResolvedCadence): Diagnostic[] {
  return live.flatMap((node) => (node.kind === 'branch' ? checkBranch(node) : []));
}

function checkBranch(node: BranchNode): Diagnostic[] {
  const place = { node: node.id, field: 'by' };
  if (node.by.cases.length === 0 && node.by.type !== 'split') {
    return [diagnose('branch-without-cases', [nameOf(node)], place)];
  }
  if (node.by.type !== 'split') return emptyCases(node, node.by);
  const sum = node.by.cases.reduce((total, { weight }) => total + weight, 0);
  if (sum === 100) return [];
  const fix = shareOut(node, node.by.cases);
  const mended = fix ? { ...place, fix } : place;
  return [diagnose('weights-not-100', [nameOf(node), sum], mended)];
}

/** Nobody takes a case without dispositions, and everybody one without a condition. */
function emptyCases(node: BranchNode, by: Exclude<BranchBy, { type: 'split' }>): Diagnostic[] {
  const isEmpty = (one: (typeof by.cases)[number]): boolean =>
    ('dispositions' in one && one.dispositions.length === 0) ||
    ('when' in one && Object.keys(one.when).length === 0);
  return by.cases
    .filter(isEmpty)
    .map(({ id, name }) =>
      diagnose('empty-case', [nameOf(node), name || id], { node: node.id, field: 'by' })
    );
}

function shareOut(node: BranchNode, cases: readonly SplitCase[]): QuickFix | null {
  if (cases.length === 0) return null;
  const weights = toHundred(cases.map(({ weight }) => weight));
  return {
    label: `Share out as ${weights.join(' / ')}`,
    edit: {
      kind: 'updateNode',
      node: {
        ...node,
        by: {
          type: 'split',
          cases: cases.map((one, index) => ({ ...one, weight: weights[index] ?? 0 }))
        }
      }
    }
  };
}

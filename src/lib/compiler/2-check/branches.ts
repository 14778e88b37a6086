import type { BranchNode, SplitCase } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { toHundred } from './to-hundred';

/** CMP-17, CMP-19: a branch has cases, and the shares of a split make 100. */
export function checkBranches({ live }: ResolvedCadence): Diagnostic[] {
  return live.flatMap((node) => (node.kind === 'branch' ? checkBranch(node) : []));
}

function checkBranch(node: BranchNode): Diagnostic[] {
  const place = { node: node.id, field: 'by' };
  if (node.by.cases.length === 0 && node.by.type !== 'split') {
    return [diagnose('branch-without-cases', [nameOf(node)], place)];
  }
  if (node.by.type !== 'split') return [];
  const sum = node.by.cases.reduce((total, { weight }) => total + weight, 0);
  if (sum === 100) return [];
  const fix = shareOut(node, node.by.cases);
  const mended = fix ? { ...place, fix } : place;
  return [diagnose('weights-not-100', [nameOf(node), sum], mended)];
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

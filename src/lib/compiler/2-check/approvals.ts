import type { ActionNode } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { listed, nameOf } from '../diagnostics/naming';
import { replaceAction } from './fixes';

/** CMP-105, CMP-106: an approval is asked of somebody, and has no other ways than given and refused. */
export function checkApprovals({ live }: ResolvedCadence): Diagnostic[] {
  return live.flatMap((node) =>
    node.kind === 'action' && node.channel === 'approval'
      ? [...checkUnused(node), ...checkRole(node)]
      : []
  );
}

function checkUnused(node: ActionNode): Diagnostic[] {
  const { dispositions, routes, heldRoute, repeat, autoSkipAfter, expireAfter, ...others } = node;
  const { continueWithoutCompletion, missingData, ...used } = others;
  const unused = [
    ...(dispositions?.length ? ['dispositions'] : []),
    ...(routes?.length || heldRoute ? ['further ways'] : []),
    ...(repeat ? ['repetition'] : []),
    ...(autoSkipAfter || expireAfter ? ['time limits for skipping'] : []),
    ...(continueWithoutCompletion ? ['going on without it'] : []),
    ...(missingData === 'skip' ? ['skipping for lack of data'] : [])
  ];
  if (unused.length === 0) return [];
  return [
    diagnose('route-on-approval', [nameOf(node), listed(unused)], {
      node: node.id,
      field: 'channel',
      fix: replaceAction('Remove what is not used', used)
    })
  ];
}

function checkRole(node: ActionNode): Diagnostic[] {
  if (node.role !== undefined) return [];
  return [diagnose('approval-without-role', [nameOf(node)], { node: node.id, field: 'role' })];
}

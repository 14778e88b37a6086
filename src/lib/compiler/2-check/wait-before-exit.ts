import type { CadenceNode } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';

/** CMP-20: something happens between a wait and an exit; stages are no happening. */
export function checkWaitBeforeExit(resolved: ResolvedCadence): Diagnostic[] {
  return resolved.live.flatMap((node) => {
    const exit = isPlainWait(node) ? exitAfter(resolved, node) : null;
    if (!exit) return [];
    return [diagnose('wait-before-exit', [nameOf(node), nameOf(exit)], { node: node.id })];
  });
}

function isPlainWait(node: CadenceNode): boolean {
  return node.kind === 'wait' && node.until.type !== 'event';
}

function exitAfter({ graph }: ResolvedCadence, wait: CadenceNode): CadenceNode | null {
  const passed = new Set<CadenceNode>([wait]);
  for (let node = wait; ;) {
    const id = graph.next.get(node.id)?.[0];
    const next = id === undefined ? undefined : graph.nodes.get(id);
    if (!next || passed.has(next)) return null;
    if (next.kind === 'exit') return next;
    if (next.kind !== 'stage' && !isPlainWait(next)) return null;
    passed.add(next);
    node = next;
  }
}

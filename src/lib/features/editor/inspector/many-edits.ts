import type { ActionNode, Cadence, CadenceNode, Edit, Slug } from '$lib/domain';
import { patched, type Patch } from '$lib/util';
import { withoutWays } from '../commands/update';

/** The same change of several steps. */
export function changeAll<N extends CadenceNode>(nodes: readonly N[], patch: Patch<N>): Edit {
  return {
    kind: 'batch',
    edits: nodes.map((node) => ({ kind: 'updateNode', node: patched(node, patch) }))
  };
}

/** Offers a disposition at all of these steps, or at none; ways of their own go with it. */
export function offerAt(
  cadence: Cadence,
  nodes: readonly ActionNode[],
  disposition: Slug,
  on: boolean
): Edit {
  const order = cadence.dispositions.map(({ id }) => id);
  const edits = nodes.map((node) => {
    const { dispositions = [], routes = [] } = node;
    const kept = dispositions.filter((id) => id !== disposition);
    const next = on
      ? [...kept, disposition].sort((a, b) => order.indexOf(a) - order.indexOf(b))
      : kept;
    const ways = on ? routes : routes.filter((id) => id !== disposition);
    const changed = patched(node, {
      dispositions: next.length > 0 ? next : undefined,
      routes: ways.length > 0 ? ways : undefined
    });
    return withoutWays(cadence, changed, on ? [] : [disposition]);
  });
  return { kind: 'batch', edits };
}

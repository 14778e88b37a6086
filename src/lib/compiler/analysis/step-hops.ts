import type { CadenceNode, Channel } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { actionCost } from './action-cost';
import type { PlainWeek } from './business-days';
import { NONE, NO_TOUCHES, type Bounds, type Hop, type Touches } from './hop';
import { waitDays } from './wait-days';

/** One hop for each connected port of a step, whatever fork it lies in. */
export function stepHops(node: CadenceNode, resolved: ResolvedCadence, week: PlainWeek): Hop[] {
  return (resolved.graph.links.get(node.id) ?? []).flatMap(({ port, edge }) => {
    if (!edge) return [];
    const { days, touches } = costOf(node, port.id, resolved, week);
    const unboundedAt = days.max === Infinity ? [node.id] : [];
    return [{ from: node.id, to: edge.to, days, touches, unboundedAt, fastest: [], slowest: [] }];
  });
}

function costOf(
  node: CadenceNode,
  port: string,
  resolved: ResolvedCadence,
  week: PlainWeek
): { readonly days: Bounds; readonly touches: Touches } {
  if (node.kind === 'wait') {
    return { days: waitDays(node, port, resolved, week), touches: NO_TOUCHES };
  }
  if (node.kind !== 'action') return { days: NONE, touches: NO_TOUCHES };
  const { days, touches } = actionCost(node, port, resolved, week);
  return { days, touches: touches.max === 0 ? NO_TOUCHES : only(node.channel, touches) };
}

function only(channel: Channel, touches: Bounds): Touches {
  return new Map([[channel, touches]]);
}

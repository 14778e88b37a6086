import type { ActionNode, CadenceNode, Channel, NodeId } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { channelWord, listed, nameOf } from '../diagnostics/naming';
import { DAY, leastTimeIn } from './time';

/** The channels by which a lead is approached. */
const TOUCHES: ReadonlySet<Channel> = new Set<Channel>(['email', 'call', 'sms', 'social']);
const TOO_MANY = 3;

/** A way a lead may have come: its touches by one channel, and the least time since the first. */
interface Walk {
  readonly at: CadenceNode;
  readonly touches: readonly ActionNode[];
  readonly time: number;
}

/**
 * CMP-40: no three touches by one channel within 24 hours, on any path, when everybody is quick. One
 * diagnostic for each step that can be such a third touch.
 */
export function checkCrowdedDays(resolved: ResolvedCadence): Diagnostic[] {
  const reported = new Set<NodeId>();
  return resolved.live.flatMap((node) => {
    if (node.kind !== 'action' || !TOUCHES.has(node.channel)) return [];
    const touches = thirdWithinDay(node, resolved);
    const last = touches?.at(-1);
    if (!touches || !last || reported.has(last.id)) return [];
    reported.add(last.id);
    const steps = listed([...new Set(touches)].map(nameOf));
    return [diagnose('crowded-day', [channelWord(node.channel), steps], { node: last.id })];
  });
}

/** The quickest three touches that begin with `first`, if they fit into a day (Dijkstra). */
function thirdWithinDay(
  first: ActionNode,
  resolved: ResolvedCadence
): readonly ActionNode[] | null {
  const { graph } = resolved;
  const settled = new Set<string>();
  const open: Walk[] = [{ at: first, touches: [first], time: 0 }];
  for (let walk = takeQuickest(open); walk; walk = takeQuickest(open)) {
    if (walk.touches.length === TOO_MANY) return walk.touches;
    const state = `${walk.touches.length} ${walk.at.id}`;
    if (settled.has(state)) continue;
    settled.add(state);
    const time = walk.time + leastTimeIn(walk.at, resolved);
    if (time >= DAY) continue;
    for (const id of graph.next.get(walk.at.id) ?? []) {
      const at = graph.nodes.get(id);
      if (at) open.push({ at, touches: withTouch(walk.touches, at, first.channel), time });
    }
  }
  return null;
}

function withTouch(touches: readonly ActionNode[], at: CadenceNode, channel: Channel) {
  return at.kind === 'action' && at.channel === channel ? [...touches, at] : touches;
}

/** Takes out the walk of least time, the earliest found of equals. */
function takeQuickest(open: Walk[]): Walk | null {
  let best = 0;
  open.forEach(({ time }, index) => {
    if (time < (open[best]?.time ?? Infinity)) best = index;
  });
  return open.splice(best, 1)[0] ?? null;
}

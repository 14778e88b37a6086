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
    return thirdsWithinDay(node, resolved).flatMap(({ at, touches }) => {
      if (reported.has(at.id)) return [];
      reported.add(at.id);
      const steps = listed([...new Set(touches)].map(nameOf));
      return [diagnose('crowded-day', [channelWord(node.channel), steps], { node: at.id })];
    });
  });
}

/** The quickest walks from `first` to each third touch that fits into a day (Dijkstra). */
function thirdsWithinDay(first: ActionNode, resolved: ResolvedCadence): readonly Walk[] {
  const { graph } = resolved;
  const thirds: Walk[] = [];
  const settled = new Set<string>();
  const open: Walk[] = [{ at: first, touches: [first], time: 0 }];
  for (let walk = takeQuickest(open); walk; walk = takeQuickest(open)) {
    const state = `${walk.touches.length} ${walk.at.id}`;
    if (settled.has(state)) continue;
    settled.add(state);
    if (walk.touches.length === TOO_MANY) {
      thirds.push(walk);
      continue;
    }
    const time = walk.time + leastTimeIn(walk.at, resolved);
    if (time >= DAY) continue;
    for (const id of graph.next.get(walk.at.id) ?? []) {
      const at = graph.nodes.get(id);
      if (at) open.push({ at, touches: withTouch(walk.touches, at, first.channel), time });
    }
  }
  return thirds;
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

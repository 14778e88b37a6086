import type { ActionNode, CadenceNode, Channel, NodeId } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { leastTime, leastTimeIn } from './time';

export const TOO_MANY = 3;

/** A way a lead may have come: its touches by one channel, and the least time since it began. */
export interface Walk {
  readonly at: CadenceNode;
  readonly touches: readonly ActionNode[];
  readonly time: number;
}

export interface WalkOptions {
  readonly channel: Channel;
  /** Walks that take this long or longer are not gone on. */
  readonly within: number;
  /** Where every walk ends. */
  readonly until?: NodeId;
}

/** The quickest walks to each step with each number of touches up to three, the quickest first (Dijkstra). */
export function quickestWalks(
  from: Walk,
  { channel, within, until }: WalkOptions,
  resolved: ResolvedCadence
): readonly Walk[] {
  const found: Walk[] = [];
  const settled = new Set<string>();
  const open: Walk[] = [from];
  for (let walk = takeQuickest(open); walk; walk = takeQuickest(open)) {
    const state = `${walk.touches.length} ${walk.at.id}`;
    if (settled.has(state) || walk.at.id === until) continue;
    settled.add(state);
    found.push(walk);
    if (walk.touches.length === TOO_MANY) continue;
    for (const { at, time } of stepsFrom(walk, resolved)) {
      if (time < within) open.push({ at, touches: withTouch(walk.touches, at, channel), time });
    }
  }
  return found;
}

function stepsFrom({ at, time, touches }: Walk, resolved: ResolvedCadence) {
  const { graph } = resolved;
  const next = (graph.links.get(at.id) ?? []).flatMap(({ port, edge }) => {
    const to = edge ? graph.nodes.get(edge.to) : undefined;
    return to ? [{ at: to, time: time + leastTimeIn(at, port.id, resolved) }] : [];
  });
  if (at.kind !== 'action' || !at.repeat) return next;
  if (touches.filter((touch) => touch === at).length >= at.repeat.times) return next;
  return [{ at, time: time + leastTime(at.repeat.gap, resolved) }, ...next];
}

export function withTouch(
  touches: readonly ActionNode[],
  at: CadenceNode,
  channel: Channel
): readonly ActionNode[] {
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

import { isContact, type CadenceNode, type Channel, type NodeId } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { channelWord, listed, nameOf } from '../diagnostics/naming';
import { ParallelTouches } from './crowded-forks';
import { DAY } from './time';
import { TOO_MANY, quickestWalks, type Walk } from './walks';

/**
 * CMP-40: no three touches by one channel within 24 hours, on any path or on paths side by side, when
 * everybody is quick. One diagnostic for each step that can be such a third touch.
 */
export function checkCrowdedDays(resolved: ResolvedCadence): Diagnostic[] {
  const parallel = new ParallelTouches(resolved);
  const reported = new Set<NodeId>();
  const channels = [...new Set(resolved.live.flatMap((node) => channelOf(node) ?? []))];
  return resolved.live
    .flatMap((node) => thirdsFrom(node, channels, parallel, resolved))
    .flatMap(({ channel, walk: { at, touches } }) => {
      if (reported.has(at.id)) return [];
      reported.add(at.id);
      const steps = listed([...new Set(touches)].map(nameOf));
      return [diagnose('crowded-day', [channelWord(channel), steps], { node: at.id })];
    });
}

interface Third {
  readonly channel: Channel;
  readonly walk: Walk;
}

function thirdsFrom(
  node: CadenceNode,
  channels: readonly Channel[],
  parallel: ParallelTouches,
  resolved: ResolvedCadence
): Third[] {
  const named = (channel: Channel) => (walk: Walk) => ({ channel, walk });
  if (node.kind === 'fork') {
    const walk = { at: node, touches: [], time: 0 };
    return channels.flatMap((one) => parallel.within(walk, one).map(named(one)));
  }
  const channel = channelOf(node);
  if (node.kind !== 'action' || !channel) return [];
  const from = { at: node, touches: [node], time: 0 };
  return quickestWalks(from, { channel, within: DAY }, resolved)
    .flatMap((walk) => {
      if (walk.touches.length === TOO_MANY) return walk;
      return walk.at.kind === 'fork' ? parallel.after(walk, channel) : [];
    })
    .map(named(channel));
}

/** The channel of a step that reaches out to the lead. */
function channelOf(node: CadenceNode): Channel | null {
  return node.kind === 'action' && isContact(node.channel) ? node.channel : null;
}

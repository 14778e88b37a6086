import type { Channel, NodeId } from '$lib/domain';
import { landingsOf } from '../1-resolve/landings';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { depthFirst, reaching } from '../1-resolve/traverse';
import { plainWeek } from '../analysis/business-days';
import { flowOf } from '../analysis/flow';
import type { Hops, Touches } from '../analysis/hop';
import { byConnections, type RunArrivals } from '../analysis/run-arrivals';
import type { Happened } from '../logic/reachable-facts';

/** What can happen in a whole run; and what of it before a lead first comes to a step. */
export interface RunBounds {
  before(step: NodeId): Happened;
}

export function boundsOfRun(resolved: ResolvedCadence): RunBounds {
  const { entry, graph } = resolved;
  const hops = flowOf(resolved, plainWeek(resolved.cadence.calendar));
  const most = mostAnywhere(byConnections(resolved, hops), hops);
  const landings = landingsOf(resolved);
  // Nothing says how often a handler or a move puts a lead there.
  const again = new Set(
    depthFirst(landings, graph.next).flatMap((id) => channelOf(id, resolved) ?? [])
  );
  const starts = [...(entry ? [entry.id] : []), ...landings];
  return {
    before(step) {
      const reach = depthFirst(starts, { get: (id) => (id === step ? [] : graph.next.get(id)) });
      const steps = new Set(reach.filter((id) => id !== step));
      const channels = new Set([...steps].flatMap((id) => channelOf(id, resolved) ?? []));
      const ofChannel = (channel: Channel) => {
        if (!channels.has(channel)) return 0;
        return again.has(channel) ? Infinity : (most.get(channel) ?? 0);
      };
      return {
        most: (channel) => (channel ? ofChannel(channel) : sum([...channels].map(ofChannel))),
        visited: (id) => steps.has(id),
        touched: (channel) => (channel ? channels.has(channel) : channels.size > 0)
      };
    }
  };
}

interface Flow {
  readonly resolved: ResolvedCadence;
  readonly hops: Hops;
  readonly arrived: RunArrivals;
}

/** What can have happened when a lead goes straight from one step to another. */
export function boundsAfter(from: NodeId, to: NodeId, { resolved, hops, arrived }: Flow): Happened {
  const { graph } = resolved;
  let before: ReadonlySet<NodeId> | null = null;
  const leaving = (hops.get(from) ?? []).filter((hop) => hop.to === to);
  const touches = arrived.at.get(from)?.touches;
  const ofChannel = (channel: Channel) =>
    (touches?.get(channel)?.max ?? 0) +
    mostOf(
      leaving.map((hop) => hop.touches),
      channel
    );
  const all = new Set([
    ...(touches?.keys() ?? []),
    ...leaving.flatMap((hop) => [...hop.touches.keys()])
  ]);
  return {
    most: (channel) => (channel ? ofChannel(channel) : sum([...all].map(ofChannel))),
    visited: (id) => (before ??= reaching([from], graph.next)).has(id),
    touched: (channel) => (channel ? all.has(channel) : all.size > 0)
  };
}

/** By channel, the most on the way to a step and out of it, of all steps. */
function mostAnywhere({ at }: RunArrivals, hops: Hops): ReadonlyMap<Channel, number> {
  const most = new Map<Channel, number>();
  for (const [id, { touches }] of at) {
    const leaving = (hops.get(id) ?? []).map((hop) => hop.touches);
    for (const channel of new Set([touches, ...leaving].flatMap((one) => [...one.keys()]))) {
      const here = (touches.get(channel)?.max ?? 0) + mostOf(leaving, channel);
      most.set(channel, Math.max(here, most.get(channel) ?? 0));
    }
  }
  return most;
}

function mostOf(ways: readonly Touches[], channel: Channel): number {
  return Math.max(0, ...ways.map((touches) => touches.get(channel)?.max ?? 0));
}

function channelOf(id: NodeId, { graph }: ResolvedCadence): Channel | null {
  const node = graph.nodes.get(id);
  return node?.kind === 'action' ? node.channel : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

import {
  resolveDelay,
  type CadenceNode,
  type Channel,
  type ExitNode,
  type HandoffNode,
  type NodeId
} from '$lib/domain';
import { isEnd } from '../1-resolve/blocks';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { fewestDays, plainWeek } from './business-days';
import { flowOf } from './flow';
import { asideOf, NONE, type Bounds, type Hops } from './hop';
import type { ExitAnalysis, PathAnalysis, PathSpan, Unbounded } from './path-analysis';
import { byConnections, byLandings, type RunArrivals } from './run-arrivals';
import { fastestOf, floored, slowestOf, type Reached } from './spans';
import { tensionsOf } from './tensions';

/** Everything that is known of a cadence's ways. */
interface Ways {
  readonly resolved: ResolvedCadence;
  readonly hops: Hops;
  readonly connected: RunArrivals;
  readonly landed: RunArrivals;
}

type End = ExitNode | HandoffNode;

/**
 * How long a cadence's paths are, and how many touches they have. Nobody skips a step by hand; guards
 * and missing data hold nobody up; a pause, a snooze and a limit of touches are no part of a path.
 * Handlers, moves and time limits count for the ends that connections do not lead to.
 */
export function analyzePaths(resolved: ResolvedCadence): PathAnalysis {
  const hops = flowOf(resolved, plainWeek(resolved.cadence.calendar));
  const connected = byConnections(resolved, hops);
  const ways = { resolved, hops, connected, landed: byLandings(resolved, hops, connected) };
  const ends = resolved.live.filter((node): node is End => isEnd(node));
  const verdicts = ends.flatMap(({ id }) => reachedAt([id], ways));
  const plain = [...ends.map(({ id }) => id), ...finishing(resolved)].filter((id) =>
    connected.at.has(id)
  );
  const slowestVerdict = slowestOf(verdicts, hops, resolved);
  return {
    exits: ends.map((node) => exitAnalysis(node, ways)),
    fastestVerdict: fastestOf(
      plain.length > 0 ? plain.map((id) => ({ id, by: connected })) : verdicts
    ),
    slowestVerdict,
    limit: limitOf(resolved, slowestVerdict),
    tensions: tensionsOf(resolved, hops, connected)
  };
}

/** By connections where they lead there, else by landings. */
function reachedAt(ids: readonly NodeId[], { connected, landed }: Ways): Reached[] {
  const found = (by: RunArrivals) => ids.filter((id) => by.at.has(id)).map((id) => ({ id, by }));
  const near = found(connected);
  return near.length > 0 ? near : found(landed);
}

/** An exit, also where a path of a fork ends with it aside. */
function exitAnalysis(node: End, ways: Ways): ExitAnalysis {
  const reached = reachedAt([node.id, asideOf(node.id)], ways);
  return {
    node: node.id,
    name: node.name,
    result: node.kind === 'exit' ? node.result : 'handedOver',
    reachable: reached.length > 0,
    fastest: fastestOf(reached),
    slowest: slowestOf(reached, ways.hops, ways.resolved),
    touches: touchesAt(reached)
  };
}

function touchesAt(reached: readonly Reached[]): Partial<Record<Channel, Bounds>> {
  const all = reached.flatMap(({ id, by }) => by.at.get(id)?.touches ?? []);
  const channels = new Set(all.flatMap((touches) => [...touches.keys()]));
  return Object.fromEntries(
    [...channels].map((channel) => {
      const bounds = all.map((touches) => touches.get(channel) ?? NONE);
      const min = Math.min(...bounds.map((one) => one.min));
      return [channel, { min, max: Math.max(...bounds.map((one) => one.max)) }];
    })
  );
}

/** Actions at which a disposition without a way of its own ends the run. */
function finishing({ live, dispositions }: ResolvedCadence): NodeId[] {
  const finishes = (node: CadenceNode) =>
    node.kind === 'action' &&
    node.channel !== 'approval' &&
    (node.dispositions ?? []).some(
      (id) => !node.routes?.includes(id) && dispositions.get(id)?.action === 'finish'
    );
  return live.filter(finishes).map(({ id }) => id);
}

function limitOf(
  { cadence: { rules = [], parameters, calendar } }: ResolvedCadence,
  slowest: PathSpan | Unbounded | null
): PathAnalysis['limit'] {
  const rule = rules.find((one) => one.type === 'verdictWithin');
  const duration = rule && resolveDelay(rule.limit, parameters);
  if (!duration) return null;
  const businessDays = floored(fewestDays(duration, plainWeek(calendar)));
  const kept = slowest !== null && 'path' in slowest && slowest.businessDays <= businessDays;
  return { businessDays, kept };
}

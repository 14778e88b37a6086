import type { Channel, NodeId } from '$lib/domain';
import { blocksOf, isEnd, neededPaths, type Block } from '../1-resolve/blocks';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { arrivals, startAt } from './arrivals';
import type { PlainWeek } from './business-days';
import { NONE, asideOf, isAside, type Bounds, type Hop, type Hops, type Touches } from './hop';
import { stepHops } from './step-hops';
import { pathTo, unboundedBefore } from './trail';

/** The hops of a cadence; a fork leads to its join in one hop, and aside to where its paths end by themselves. */
export function flowOf(resolved: ResolvedCadence, week: PlainWeek): Hops {
  const hops = new Map<NodeId, readonly Hop[]>(
    resolved.live.map((node) => [node.id, stepHops(node, resolved, week)])
  );
  for (const block of blocksOf(resolved)) {
    if (!block.inside.has(block.fork.id))
      hops.set(block.fork.id, acrossFork(block, hops, resolved));
  }
  return hops;
}

/** What one path of a fork takes to where it arrives: the join, or an end of its own. */
interface PathCost extends Pick<Hop, 'days' | 'touches' | 'unboundedAt' | 'fastest' | 'slowest'> {
  readonly asides: readonly Hop[];
}

function acrossFork({ fork, join }: Block, hops: Hops, resolved: ResolvedCadence): readonly Hop[] {
  const inside: Hops = new Map([...hops, [join.id, []]]);
  const paths = (hops.get(fork.id) ?? []).map(({ to }) =>
    pathCost(fork.id, to, join.id, inside, resolved)
  );
  const needed = neededPaths({ fork, join });
  const last = Math.max(Math.min(needed, paths.length), 1) - 1;
  const byMin = paths.toSorted((a, b) => a.days.min - b.days.min)[last];
  const byMax = paths.toSorted((a, b) => a.days.max - b.days.max)[last];
  if (!byMin || !byMax) return [];
  const isBound = byMax.days.max < Infinity;
  return [
    {
      from: fork.id,
      to: join.id,
      days: { min: byMin.days.min, max: byMax.days.max },
      touches: together(
        paths.map(({ touches }) => touches),
        needed
      ),
      unboundedAt: isBound ? [] : [...new Set(paths.flatMap((path) => path.unboundedAt))],
      fastest: byMin.fastest,
      slowest: byMax.slowest
    },
    ...paths.flatMap(({ asides }) => asides)
  ];
}

function pathCost(
  fork: NodeId,
  first: NodeId,
  join: NodeId,
  hops: Hops,
  { graph }: ResolvedCadence
): PathCost {
  const starts = [startAt(first)];
  const reached = { ...arrivals(starts, hops), starts };
  const ends = [...reached.at.keys()].filter((id) => isAside(id) || isEnd(graph.nodes.get(id)));
  const arrived = [join, ...ends.filter((id) => !isAside(id))].filter((id) => reached.at.has(id));
  const hopTo = (id: NodeId): Hop => {
    const arrival = reached.at.get(id);
    const { days = NONE, touches = new Map<Channel, Bounds>() } = arrival ?? {};
    const withoutEnd = (path: readonly NodeId[]) =>
      path.filter((step) => step !== join && !isAside(step));
    return {
      from: fork,
      to: id === join || isAside(id) ? id : asideOf(id),
      days,
      touches,
      unboundedAt: days.max < Infinity ? [] : [...unboundedBefore(id, reached, hops)],
      fastest: withoutEnd(pathTo(id, reached, 'fastest')),
      slowest: days.max < Infinity ? withoutEnd(pathTo(id, reached, 'slowest')) : []
    };
  };
  const ways = arrived.map(hopTo);
  const [fastest] = ways.toSorted((a, b) => a.days.min - b.days.min);
  const [slowest] = ways.toSorted((a, b) => b.days.max - a.days.max);
  return {
    days: { min: fastest?.days.min ?? Infinity, max: slowest?.days.max ?? Infinity },
    touches: either(ways.map(({ touches }) => touches)),
    unboundedAt: [...new Set(ways.flatMap(({ unboundedAt }) => unboundedAt))],
    fastest: fastest?.fastest ?? [],
    slowest: slowest?.slowest ?? [],
    asides: ends.map(hopTo)
  };
}

/** One of the ways is gone. */
function either(ways: readonly Touches[]): Touches {
  return combined(ways, (all) => ({
    min: Math.min(...all.map(({ min }) => min)),
    max: Math.max(...all.map(({ max }) => max))
  }));
}

/** All paths are gone, of which only so many need to come to their end. */
function together(paths: readonly Touches[], needed: number): Touches {
  return combined(paths, (all) => ({
    min: sum(
      all
        .map(({ min }) => min)
        .toSorted((a, b) => a - b)
        .slice(0, needed)
    ),
    max: sum(all.map(({ max }) => max))
  }));
}

function combined(
  parts: readonly Touches[],
  combine: (bounds: readonly Bounds[]) => Bounds
): Touches {
  const channels = new Set(parts.flatMap((part) => [...part.keys()]));
  return new Map(
    [...channels].map((channel) => [
      channel,
      combine(parts.map((part) => part.get(channel) ?? NONE))
    ])
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

import type { Channel, NodeId } from '$lib/domain';
import { components } from '../1-resolve/components';
import { depthFirst } from '../1-resolve/traverse';
import { NONE, NO_TOUCHES, type Bounds, type Hop, type Hops, type Touches } from './hop';

/** Where leads begin, and what lies behind them by then. */
export interface Start {
  readonly at: NodeId;
  readonly days: Bounds;
  readonly touches: Touches;
  readonly unboundedAt: readonly NodeId[];
}

export function startAt(at: NodeId): Start {
  return { at, days: NONE, touches: NO_TOUCHES, unboundedAt: [] };
}

/** What lies behind a lead that comes to a step. */
export interface Arrival {
  readonly days: Bounds;
  readonly touches: Touches;
  /** The hops that the fastest and the slowest lead came by; null where it began, or has no bound. */
  readonly fastestBy: Hop | null;
  readonly slowestBy: Hop | null;
}

/** The arrivals at each step, and what is known of the way there. */
export interface Arrivals {
  readonly at: ReadonlyMap<NodeId, Arrival>;
  /** Steps in circles that take time, each with the steps of its circle that do. */
  readonly circles: ReadonlyMap<NodeId, readonly NodeId[]>;
}

/**
 * Fewest and most of everything on the way from the starts to each step. A circle that takes time has
 * no most, since nothing says how often it is gone round. Linear in the hops but for circles.
 */
export function arrivals(starts: readonly Start[], hops: Hops): Arrivals {
  const next = { get: (id: NodeId) => (hops.get(id) ?? []).map(({ to }) => to) };
  const order = depthFirst(
    starts.map(({ at }) => at),
    next
  );
  const ways = new Map(order.map((id) => [id, next.get(id)]));
  const groups = components(order, ways).reverse();
  const ranked = groups.flat();
  const circles = timedCircles(groups, hops);
  const channels = channelsOf(starts, ranked, hops);

  const fewest = lowest(starts, ranked, hops, { of: ({ days }) => days.min });
  const most = highest(starts, groups, hops, { of: ({ days }) => days.max });
  const touches = channels.map((channel) => {
    const of = (from: Pick<Hop, 'touches'>) => from.touches.get(channel) ?? NONE;
    const min = lowest(starts, ranked, hops, { of: (from) => of(from).min });
    const max = highest(starts, groups, hops, { of: (from) => of(from).max });
    return { channel, min, max };
  });
  return {
    at: new Map(
      ranked.map((id) => [
        id,
        {
          days: { min: fewest.get(id)?.value ?? 0, max: most.get(id)?.value ?? 0 },
          touches: new Map(
            touches.flatMap(({ channel, min, max }): [Channel, Bounds][] => {
              const bounds = { min: min.get(id)?.value ?? 0, max: max.get(id)?.value ?? 0 };
              return bounds.max === 0 ? [] : [[channel, bounds]];
            })
          ),
          fastestBy: fewest.get(id)?.by ?? null,
          slowestBy: most.get(id)?.by ?? null
        }
      ])
    ),
    circles
  };
}

/** What is summed up along the way: a bound of a start's or hop's days or touches. */
interface Measure {
  of(part: Pick<Hop, 'days' | 'touches'>): number;
}

interface Best {
  readonly value: number;
  readonly by: Hop | null;
}

/** The least of each step, from one pass in the order of the graph, and more where it has circles. */
function lowest(
  starts: readonly Start[],
  ranked: readonly NodeId[],
  hops: Hops,
  measure: Measure
): Map<NodeId, Best> {
  const best = new Map<NodeId, Best>();
  const offer = (id: NodeId, value: number, by: Hop | null) => {
    if (value >= (best.get(id)?.value ?? Infinity)) return false;
    best.set(id, { value, by });
    return true;
  };
  for (const start of starts) offer(start.at, measure.of(start), null);
  for (let changed = true; changed;) {
    changed = false;
    for (const id of ranked) {
      const here = best.get(id)?.value;
      if (here === undefined) continue;
      for (const hop of hops.get(id) ?? []) {
        if (offer(hop.to, here + measure.of(hop), hop)) changed = true;
      }
    }
  }
  return best;
}

/** The most of each step; what all steps of a circle have in common, and infinite where the circle adds to it. */
function highest(
  starts: readonly Start[],
  groups: readonly (readonly NodeId[])[],
  hops: Hops,
  measure: Measure
): Map<NodeId, Best> {
  const best = new Map<NodeId, Best>();
  const offer = (id: NodeId, value: number, by: Hop | null) => {
    if (value > (best.get(id)?.value ?? -1)) best.set(id, { value, by });
  };
  for (const start of starts) offer(start.at, measure.of(start), null);
  for (const group of groups) {
    const inside = new Set(group);
    const all = group.flatMap((id) => hops.get(id) ?? []);
    const within = all.filter(({ to }) => inside.has(to));
    if (within.length > 0) {
      const adds = within.some((hop) => measure.of(hop) > 0);
      const entry = group.flatMap((id) => best.get(id) ?? []);
      const top = entry.reduce((a, b) => (b.value > a.value ? b : a), { value: 0, by: null });
      const value = adds ? Infinity : top.value;
      for (const id of group) best.set(id, { value, by: adds ? null : top.by });
    }
    for (const hop of all) {
      const here = best.get(hop.from)?.value;
      if (here === undefined || inside.has(hop.to)) continue;
      offer(hop.to, here + measure.of(hop), hop);
    }
  }
  return best;
}

function timedCircles(
  groups: readonly (readonly NodeId[])[],
  hops: Hops
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const circles = new Map<NodeId, readonly NodeId[]>();
  for (const group of groups) {
    const inside = new Set(group);
    const timed = group.filter((id) =>
      hops.get(id)?.some(({ to, days }) => inside.has(to) && days.max > 0)
    );
    if (timed.length > 0) for (const id of group) circles.set(id, timed);
  }
  return circles;
}

function channelsOf(
  starts: readonly Start[],
  ranked: readonly NodeId[],
  hops: Hops
): readonly Channel[] {
  const all = [...starts, ...ranked.flatMap((id) => hops.get(id) ?? [])];
  return [...new Set(all.flatMap(({ touches }) => [...touches.keys()]))];
}

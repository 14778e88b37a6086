import type { Channel, NodeId } from '$lib/domain';
import { landingsOf } from '../1-resolve/landings';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { arrivals, startAt, type Arrivals, type Start } from './arrivals';
import type { Bounds, Hops } from './hop';

/** What is known of every step that leads come to from some starts. */
export interface RunArrivals extends Arrivals {
  readonly starts: readonly Start[];
}

/** Arrivals by connections from the entry; none without an entry. */
export function byConnections({ entry }: ResolvedCadence, hops: Hops): RunArrivals {
  const starts = entry ? [startAt(entry.id)] : [];
  return { ...arrivals(starts, hops), starts };
}

/**
 * Arrivals by connections from where handlers, moves and time limits put a lead: once, at any time of
 * what the connections from the entry give.
 */
export function byLandings(
  resolved: ResolvedCadence,
  hops: Hops,
  connected: RunArrivals
): RunArrivals {
  const anyTime = anywhere(connected, hops);
  const landings = [...new Set(landingsOf(resolved))].filter((id) => hops.has(id));
  const starts = landings.map((at) => ({ at, ...anyTime }));
  return { ...arrivals(starts, hops), starts };
}

/** What lies behind a lead that may be at any step. */
function anywhere({ at, circles }: Arrivals, hops: Hops): Omit<Start, 'at'> {
  const touches = new Map<Channel, Bounds>();
  const unboundedAt = new Set<NodeId>();
  let longest = 0;
  for (const [id, arrival] of at) {
    const leaving = hops.get(id) ?? [];
    const stay = Math.max(0, ...leaving.map(({ days }) => days.max));
    longest = Math.max(longest, arrival.days.max + stay);
    for (const step of [...leaving.flatMap((hop) => hop.unboundedAt), ...(circles.get(id) ?? [])]) {
      unboundedAt.add(step);
    }
    for (const [channel, { max }] of arrival.touches) {
      touches.set(channel, { min: 0, max: Math.max(max, touches.get(channel)?.max ?? 0) });
    }
  }
  return { days: { min: 0, max: longest }, touches, unboundedAt: [...unboundedAt] };
}

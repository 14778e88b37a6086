import type { NodeId } from '$lib/domain';
import { depthFirst } from '../1-resolve/traverse';
import type { Arrival, Arrivals } from './arrivals';
import type { Hop, Hops } from './hop';
import type { RunArrivals } from './run-arrivals';

type Kind = 'fastest' | 'slowest';

/** The steps that the fastest or the slowest lead comes by, `end` included. */
export function pathTo(end: NodeId, { at }: Arrivals, kind: Kind): NodeId[] {
  const by = (arrival: Arrival | undefined) =>
    kind === 'fastest' ? arrival?.fastestBy : arrival?.slowestBy;
  const path = [end];
  for (let hop = by(at.get(end)); hop; hop = by(at.get(hop.from))) {
    if (hop.to !== path[0]) path.unshift(hop.to);
    path.unshift(hop.from, ...hop[kind]);
  }
  return path;
}

/** The steps without a bound on any way to `end`, as they come to be known. */
export function unboundedBefore(
  end: NodeId,
  { at, circles, starts }: RunArrivals,
  hops: Hops
): Set<NodeId> {
  const into = new Map<NodeId, Hop[]>();
  for (const id of at.keys()) {
    for (const hop of hops.get(id) ?? []) into.set(hop.to, [...(into.get(hop.to) ?? []), hop]);
  }
  const before = depthFirst([end], { get: (id) => into.get(id)?.map(({ from }) => from) });
  const found = before.flatMap((id) => [
    ...(into.get(id) ?? []).flatMap(({ unboundedAt }) => unboundedAt),
    ...(circles.get(id) ?? []),
    ...starts.filter((start) => start.at === id).flatMap(({ unboundedAt }) => unboundedAt)
  ]);
  return new Set(found);
}

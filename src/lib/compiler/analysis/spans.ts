import type { NodeId } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { isAside, type Hops } from './hop';
import type { PathSpan, Unbounded } from './path-analysis';
import type { RunArrivals } from './run-arrivals';
import { pathTo, unboundedBefore } from './trail';

/** A step, and what is known of the ways there. */
export interface Reached {
  readonly id: NodeId;
  readonly by: RunArrivals;
}

export function fastestOf(ends: readonly Reached[]): PathSpan | null {
  const [first] = ends.toSorted((a, b) => least(a) - least(b));
  if (!first) return null;
  return {
    businessDays: floored(least(first)),
    path: steps(pathTo(first.id, first.by, 'fastest'))
  };
}

export function slowestOf(
  ends: readonly Reached[],
  hops: Hops,
  { live }: ResolvedCadence
): PathSpan | Unbounded | null {
  const [first] = ends.toSorted((a, b) => most(b) - most(a));
  if (!first) return null;
  const days = most(first);
  if (days < Infinity) {
    return { businessDays: raised(days), path: steps(pathTo(first.id, first.by, 'slowest')) };
  }
  const found = new Set(
    ends.flatMap(({ id, by }) =>
      most({ id, by }) < Infinity ? [] : [...unboundedBefore(id, by, hops)]
    )
  );
  return { unboundedAt: live.map(({ id }) => id).filter((id) => found.has(id)) };
}

function least({ id, by }: Reached): number {
  return by.at.get(id)?.days.min ?? Infinity;
}

function most({ id, by }: Reached): number {
  return by.at.get(id)?.days.max ?? 0;
}

/** Sums of fractions are not exact: what is a whole number but for a trifle is one. */
function trimmed(days: number): number {
  return Math.round(days * 1e6) / 1e6;
}

export function floored(days: number): number {
  return Math.floor(trimmed(days));
}

function raised(days: number): number {
  return Math.ceil(trimmed(days));
}

/** Where a path of a fork ends aside, its last step stands before the mark of that. */
function steps(path: readonly NodeId[]): NodeId[] {
  return path.filter((id) => !isAside(id));
}

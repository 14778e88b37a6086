import type { Channel, NodeId } from '$lib/domain';

/** Fewest and most. */
export interface Bounds {
  readonly min: number;
  /** Infinite where there is no bound. */
  readonly max: number;
}

export const NONE: Bounds = { min: 0, max: 0 };

/** Touches by channel; channels without any are absent. */
export type Touches = ReadonlyMap<Channel, Bounds>;

export const NO_TOUCHES: Touches = new Map();

/** From coming to a step to coming to the next one. */
export interface Hop {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly days: Bounds;
  readonly touches: Touches;
  /** Steps that have no bound, where `days` has none. */
  readonly unboundedAt: readonly NodeId[];
  /** Steps passed in between, on the fastest and on the slowest way: those of a fork's paths. */
  readonly fastest: readonly NodeId[];
  readonly slowest: readonly NodeId[];
}

export type Hops = ReadonlyMap<NodeId, readonly Hop[]>;

/**
 * Where a path of a fork ends by itself, seen from the fork: the exit is taken, and the run goes on.
 * The colon keeps it apart from every step.
 */
export function asideOf(end: NodeId): NodeId {
  return `aside:${end}`;
}

export function isAside(id: NodeId): boolean {
  return id.startsWith('aside:');
}

import type { Channel, ExitResult, NodeId } from '$lib/domain';

/** The fastest or slowest way to an end. */
export interface PathSpan {
  /** Business days of the cadence's calendar; minima are rounded down, maxima up. */
  readonly businessDays: number;
  readonly path: readonly NodeId[];
}

/** No bound: these steps of a path wait for a person or an event without any limit. */
export interface Unbounded {
  readonly unboundedAt: readonly NodeId[];
}

export interface ExitAnalysis {
  /** An exit, or a handoff that ends. */
  readonly node: NodeId;
  readonly name: string;
  readonly result: ExitResult;
  readonly reachable: boolean;
  /** Null where it cannot be reached. */
  readonly fastest: PathSpan | null;
  readonly slowest: PathSpan | Unbounded | null;
  /** Fewest and most touches on the way, by channel; channels that never occur are absent. */
  readonly touches: Readonly<
    Partial<Record<Channel, { readonly min: number; readonly max: number }>>
  >;
}

/** A requirement that keeps a lead from an exit that it could ask for earlier (AC-B4): information. */
export interface GuardTension {
  readonly exit: NodeId;
  /** The step whose disposition asks for the exit before the requirement can hold. */
  readonly asker: NodeId;
  readonly requirement: string;
  readonly asksAfter: number;
  readonly allowedAfter: number;
}

/** What can be said of a cadence's paths without running it. */
export interface PathAnalysis {
  readonly exits: readonly ExitAnalysis[];
  readonly fastestVerdict: PathSpan | null;
  readonly slowestVerdict: PathSpan | Unbounded | null;
  /** The declared limit in business days, and whether every path keeps it. */
  readonly limit: { readonly businessDays: number; readonly kept: boolean } | null;
  readonly tensions: readonly GuardTension[];
}

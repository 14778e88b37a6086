/** What passes between page and workers about single simulated leads: types and nothing else. */
import type { EdgeId, Instant, NodeId, Slug } from '$lib/domain';
import type { LogEntry, WantedLead } from '$lib/simulation';
import type { Subject } from './investigation-protocol';
import type { Progress, Refused } from './simulation-protocol';

/** Which lead is followed: the first one from a number on that ends as wanted. */
export interface FollowQuestion extends Subject {
  readonly wanted: WantedLead;
  /** Counted from 0. */
  readonly from: number;
  readonly replication?: number;
}

export interface FollowRequest extends FollowQuestion {
  readonly run: string;
}

/** One thing that happened, by the clock of the cadence. */
export interface Moment extends LogEntry {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
}

/** What happened to one simulated lead. */
export interface FollowedLead {
  /** Counted from 0. */
  readonly index: number;
  readonly replication: number;
  /** Null: the scenario has no segments. */
  readonly segment: Slug | null;
  readonly arrived: Instant;
  /** When its run in the simulated cadence ended; null: it has not. */
  readonly ended: Instant | null;
  readonly moments: readonly Moment[];
  /** Where it was in the simulated cadence, and by which connections it went. */
  readonly path: { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] };
}

export type FollowReply =
  /** Null: there is no such lead. */
  | { readonly type: 'done'; readonly lead: FollowedLead | null }
  | { readonly type: 'cancelled' }
  | Refused
  | { readonly type: 'crashed'; readonly message: string };

export interface FollowEvents {
  /** Leads looked at. */
  progress(progress: Progress): void;
}

/** The part of a compute worker that follows single leads. */
export interface FollowApi {
  follow(request: FollowRequest, events: FollowEvents): Promise<FollowReply>;
}

export interface FollowOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

import type { EnrollmentKey, Instant, Lead, LeadEvent, NodeId, Slug, StepKey } from '$lib/domain';
import type { TraceEntry } from '$lib/engine';

/** One thing that happened to a simulated lead. */
export interface LogEntry {
  readonly at: Instant;
  readonly enrollment: EnrollmentKey;
  readonly kind: TraceEntry['type'] | 'signal' | 'begun';
  /** Null: it concerns no step. */
  readonly step: StepKey | null;
  readonly node: NodeId | null;
  /** Of the step; empty without one. */
  readonly name: string;
  /** What happened, in a few words. */
  readonly words: string;
}

/** Everything that happened to one simulated lead. */
export interface LeadLog {
  /** Counted from 0. */
  readonly index: number;
  readonly replication: number;
  /** Null: the scenario has no segments. */
  readonly segment: Slug | null;
  readonly lead: Lead;
  /** What its splits go by. */
  readonly leadKey: number;
  readonly arrived: Instant;
  /** When its run in the simulated cadence ended; null: it has not. */
  readonly ended: Instant | null;
  readonly entries: readonly LogEntry[];
  /** What people and others would have written down: folded, they come to the same (SIM-81). */
  readonly events: readonly LeadEvent[];
  /** What each enrollment did, by its key. */
  readonly traces: Readonly<Record<EnrollmentKey, readonly TraceEntry[]>>;
}

import type { EnrollmentKey, Scalar } from '$lib/domain';
import { SILENT, type Input, type RunState, type Sink } from '$lib/engine';
import type { Program } from '$lib/program';
import type { CadenceTally } from '../statistics/cadence-tally';
import type { Tally } from '../statistics/tally';

/** How a lead comes into the simulated cadence, and where it is counted. */
export interface Arrival {
  readonly at: number;
  /** The lead's number. */
  readonly index: number;
  readonly segment: number;
  readonly leadKey: number;
  readonly fields: Readonly<Record<string, Scalar>>;
  readonly tally: Tally;
  /** The cell of `tally` for its replication, batch and segment. */
  readonly cell: CadenceTally;
  /** Whoever wants to hear everything of it; null: nobody. */
  readonly follower: Follower | null;
}

/** A run of a lead that is followed. */
export interface FollowedRun {
  readonly key: EnrollmentKey;
  readonly program: Program;
  readonly state: RunState;
}

/** How a task was worked on that is completed now. */
export interface Work {
  readonly begins: number;
  /** Milliseconds. */
  readonly effort: number;
}

/** Hears everything that happens to one lead. One-way: whether somebody listens makes no difference. */
export interface Follower {
  arrives(arrival: Arrival): void;
  /** A run of the lead is about to begin; the sink hears what becomes of it. */
  begins(run: FollowedRun, at: number): Sink;
  /** Something is about to happen to a run; `work`: of a task that people complete. */
  input(run: FollowedRun, input: Input, work: Work | null): void;
  /** A signal comes to the lead; `from`: to the run of the visit whose touch it says did not arrive. */
  signal(signal: string, at: number, from: Visit | null): void;
  /** It is followed no further; the state is that of its run in the simulated cadence. */
  leaves(state: RunState): void;
}

/** Looks on while many leads are run. One-way too. */
export interface Onlooker {
  /** Whoever follows a lead that arrives; null: nobody. */
  followerOf(index: number): Follower | null;
  /** A lead is over; the state is that of its run in the simulated cadence. */
  leaves(index: number, state: RunState): void;
}

export interface Visit {
  readonly run: FollowedRun;
  readonly pc: number;
  readonly visit: number;
}

/** The work on a task that is completed by an input; null: it completes none. */
export function workOf(planner: { workOn(row: number): Work }, input: Input): Work | null {
  switch (input.type) {
    case 'complete':
    case 'approve':
    case 'refuse':
      return planner.workOn(input.token);
    default:
      return null;
  }
}

/** A sink for two: the first hears of everything first. */
export function both(first: Sink, second: Sink): Sink {
  const names = Object.keys(SILENT) as (keyof Sink)[];
  const told = names.map((name) => [
    name,
    (...what: unknown[]) => {
      tell(first, name, what);
      tell(second, name, what);
    }
  ]);
  return Object.fromEntries(told) as Sink;
}

function tell(sink: Sink, name: keyof Sink, what: readonly unknown[]): void {
  Reflect.apply(Reflect.get(sink, name) as (...what: unknown[]) => void, sink, what);
}

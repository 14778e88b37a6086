import type { EnrollmentKey } from '$lib/domain';
import { SILENT, type Input, type RunState, type Sink } from '$lib/engine';
import type { Program } from '$lib/program';

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
  /** A run of the lead is about to begin; the sink hears what becomes of it. */
  begins(run: FollowedRun, at: number): Sink;
  /** Something is about to happen to a run; `work`: of a task that people complete. */
  input(run: FollowedRun, input: Input, work: Work | null): void;
  /** A signal comes to the lead; `from`: to the run of the visit whose touch it says did not arrive. */
  signal(signal: string, at: number, from: Visit | null): void;
}

export interface Visit {
  readonly run: FollowedRun;
  readonly pc: number;
  readonly visit: number;
}

type Told = (...what: unknown[]) => void;

/** A sink for two: the first hears of everything first. */
export function both(first: Sink, second: Sink): Sink {
  const names = Object.keys(SILENT) as (keyof Sink)[];
  const tell = (name: keyof Sink): Told => {
    return (...what) => {
      Reflect.apply(first[name] as Told, first, what);
      Reflect.apply(second[name] as Told, second, what);
    };
  };
  return Object.fromEntries(names.map((name) => [name, tell(name)])) as unknown as Sink;
}

import { NO_DISPOSITION } from '$lib/engine';

/** What the simulated world does at a token. */
export const PLAN = {
  none: 0,
  /** Somebody begins the task and completes it. */
  task: 1,
  /** It rests until the run's own timer, or until something happens. */
  rest: 2
} as const;

/** What is drawn for one visit of one token: made when it is first seen, gone when it is left. */
export interface Plan {
  kind: (typeof PLAN)[keyof typeof PLAN];
  pc: number;
  visit: number;
  /** Task: when it opens, as the engine said when the plan was made. Rest: since when. */
  opens: number;
  /** When it is due; Infinity: the cadence does not say. */
  due: number;
  begins: number;
  /** Milliseconds of work. */
  effort: number;
  /** When the task is completed. */
  at: number;
  /** Row of `Program.dispositions`, NO_DISPOSITION, or REFUSED. */
  outcome: number;
}

export function emptyPlan(): Plan {
  return {
    kind: PLAN.none,
    pc: -1,
    visit: 0,
    opens: 0,
    due: Infinity,
    begins: 0,
    effort: 0,
    at: Infinity,
    outcome: NO_DISPOSITION
  };
}

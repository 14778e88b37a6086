import { NO_DISPOSITION, PHASE, type Token } from '$lib/engine';
import type { CadenceModel } from '../model/cadence-model';

/** What the simulated world does at a token. */
export const PLAN = {
  none: 0,
  /** Somebody begins the task and completes it. */
  task: 1,
  /** It rests until the run's own timer, or until something happens. */
  rest: 2
} as const;

/** How far a task is that needs one of the people whom leads share, or counts against a quota. */
export const STAGE = {
  /** It needs nobody whom others may need: it begins and ends when it says. */
  free: 0,
  /** It will ask at `asks`. */
  asking: 1,
  /** It waits for its turn. */
  waiting: 2,
  /** Somebody has taken it. */
  working: 3,
  /** Work is over, and cannot be put down while the run stands still. */
  worked: 4
} as const;

/** What is drawn for one visit of one token: made when it is first seen, gone when it is left. */
export interface Plan {
  kind: (typeof PLAN)[keyof typeof PLAN];
  pc: number;
  visit: number;
  /** Task: when it opens, as the engine said when the plan was made. Rest: since when. */
  opens: number;
  /** Task: when it is due; Infinity: the cadence does not say. */
  due: number;
  /** Task: the same as the engine has it, which is when it opens if the cadence does not say. */
  wanted: number;
  /** When work on it begins; Infinity: nobody knows yet. */
  begins: number;
  /** Milliseconds of work. */
  effort: number;
  /** When the task is completed. */
  at: number;
  /** Row of `Program.dispositions`, NO_DISPOSITION, or REFUSED. */
  outcome: number;
  stage: (typeof STAGE)[keyof typeof STAGE];
  /** When it asks for somebody. */
  asks: number;
  /** When it first asked; -1: not yet. */
  asked: number;
  /** Its number at the desk. */
  request: number;
  /** Row of the group of whoever has taken it, when that was, and the milliseconds to turn to it. */
  group: number;
  taken: number;
  switching: number;
  /** Part of it that lies outside their hours. */
  overtime: number;
}

export function emptyPlan(): Plan {
  return {
    kind: PLAN.none,
    pc: -1,
    visit: 0,
    opens: 0,
    due: Infinity,
    wanted: 0,
    begins: 0,
    effort: 0,
    at: Infinity,
    outcome: NO_DISPOSITION,
    stage: STAGE.free,
    asks: Infinity,
    asked: -1,
    request: -1,
    group: -1,
    taken: 0,
    switching: 0,
    overtime: 0
  };
}

/** Since when a token is where it is; of a task when it opens. */
export function opensOf({ phase, opens, since }: Token): number {
  return phase === PHASE.task ? opens : since;
}

/** When the task of a token is due; Infinity: nobody wants it done by some time. */
export function dueOf({ timed }: CadenceModel, { pc, due }: Token): number {
  return timed[pc] === 1 ? due : Infinity;
}

/** Whether a plan is of the visit that a token makes. */
export function isOf({ kind, pc, visit }: Plan, token: Token): boolean {
  if (token.pc !== pc || token.visit !== visit) return false;
  switch (token.phase) {
    case PHASE.task:
      return kind === PLAN.task;
    case PHASE.wait:
    case PHASE.closed:
    case PHASE.late:
    case PHASE.event:
      return kind === PLAN.rest;
    default:
      return false;
  }
}

/** Whether it waits for somebody, or somebody whom leads share is at work on it. */
export function isOpen({ stage }: Plan): boolean {
  return stage === STAGE.waiting || stage === STAGE.working;
}

import type { Scalar } from '$lib/domain';
import { CHANNELS } from '$lib/domain';
import type { Program } from '$lib/program';
import { hashText } from './hash';

export const STATUS = { idle: 0, running: 1, ended: 2, runaway: 3 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** What a token is doing where it stands. */
export const PHASE = { none: 0, task: 1, wait: 2, closed: 3 } as const;
export type Phase = (typeof PHASE)[keyof typeof PHASE];

/** No disposition: the step was done without one, or not at all. */
export const NO_DISPOSITION = -1;

/**
 * One run of a program by one lead: flat and reusable, so that a simulator can run a million leads
 * through one of them. Only `advance` writes to it.
 */
export interface RunState {
  status: Status;
  startedAt: number;
  endedAt: number;
  /** Instruction of the exit that was taken; -1 while there is none. */
  exitPc: number;
  /** The token: where it stands, since when, and what it is doing. */
  pc: number;
  phase: Phase;
  since: number;
  /** Task: when it opens. Wait, closed: when its timer fires. */
  until: number;
  /** Task: when it is due. */
  due: number;
  /** Steps made; a run that makes too many is a runaway. */
  steps: number;
  /** Instruction of the current stage; -1 before the first. */
  stagePc: number;
  readonly visits: Int32Array;
  /** Disposition of the last completed visit, by instruction. */
  readonly stepDisposition: Int32Array;
  /** Completed touches by channel, and those of them after the first touch of the run. */
  readonly completed: Int32Array;
  readonly followUps: Int32Array;
  readonly channelDisposition: Int32Array;
  touches: number;
  lastTouchAt: number;
  lastDisposition: number;
  signals: readonly string[];
  /** The lead's fields and its key for sticky splits. */
  fields: Readonly<Record<string, Scalar>>;
  leadKey: number;
  /** Key of each instruction for sticky splits: of the cadence and the node, not of the version. */
  readonly splitKeys: Int32Array;
}

/** A state for runs of `program`, idle until a `start` input. */
export function createState(program: Program): RunState {
  const size = program.op.length;
  const splitKeys = new Int32Array(size);
  for (let pc = 0; pc < size; pc++)
    splitKeys[pc] = hashText(`${program.cadence}/${program.nodes[pc]}`);
  return {
    status: STATUS.idle,
    startedAt: 0,
    endedAt: 0,
    exitPc: -1,
    pc: -1,
    phase: PHASE.none,
    since: 0,
    until: 0,
    due: 0,
    steps: 0,
    stagePc: -1,
    visits: new Int32Array(size),
    stepDisposition: new Int32Array(size),
    completed: new Int32Array(CHANNELS.length),
    followUps: new Int32Array(CHANNELS.length),
    channelDisposition: new Int32Array(CHANNELS.length),
    touches: 0,
    lastTouchAt: 0,
    lastDisposition: NO_DISPOSITION,
    signals: [],
    fields: {},
    leadKey: 0,
    splitKeys
  };
}

/** Clears everything a run has left behind; the lead stays as set. */
export function resetRun(state: RunState, at: number): void {
  state.status = STATUS.running;
  state.startedAt = at;
  state.endedAt = 0;
  state.exitPc = -1;
  state.pc = -1;
  state.phase = PHASE.none;
  state.steps = 0;
  state.stagePc = -1;
  state.visits.fill(0);
  state.stepDisposition.fill(NO_DISPOSITION);
  state.completed.fill(0);
  state.followUps.fill(0);
  state.channelDisposition.fill(NO_DISPOSITION);
  state.touches = 0;
  state.lastTouchAt = 0;
  state.lastDisposition = NO_DISPOSITION;
  state.signals = [];
}

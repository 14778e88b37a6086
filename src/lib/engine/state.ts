import type { CompiledCalendar } from '$lib/calendar';
import type { Scalar } from '$lib/domain';
import { CHANNELS } from '$lib/domain';
import type { Program } from '$lib/program';
import { hashText } from './hash';
import { emptyLog, type TouchLog } from './touch-log';

export const STATUS = { idle: 0, running: 1, ended: 2, runaway: 3 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** What a token is doing where it stands. */
export const PHASE = {
  none: 0,
  /** At a task, open or still to open. */
  task: 1,
  /** Until an instant. */
  wait: 2,
  /** At a branch, until the calendar opens. */
  closed: 3,
  /** Until a signal or condition, at most until `until`. */
  event: 4,
  /** In front of a step whose requirements are not met. */
  held: 5,
  /** At a task whose lead data or channel is missing. */
  blocked: 6
} as const;
export type Phase = (typeof PHASE)[keyof typeof PHASE];

/** Why a run has ended. */
export const CAUSE = {
  none: 0,
  /** By an exit; `endPc` is it. */
  exit: 1,
  /** By a handoff that ends; `endPc` is it. */
  handoff: 2,
  /** A disposition that finishes, and that nothing took up; `endDisposition` is it. */
  finish: 3,
  /** The time for a verdict is over. */
  limit: 4,
  /** Somebody took the lead out. */
  stopped: 5,
  optedOut: 6
} as const;
export type Cause = (typeof CAUSE)[keyof typeof CAUSE];

/** No disposition: the step was done without one, or not at all. */
export const NO_DISPOSITION = -1;

/** One token: where a run stands. A run has several inside a fork. Rows are reused. */
export interface Token {
  /** False: a free row. */
  alive: boolean;
  pc: number;
  visit: number;
  phase: Phase;
  /** When it came here. */
  since: number;
  /** Task: when it opens; may lie ahead. */
  opens: number;
  /** Task: when it is due. */
  due: number;
  /** When its own timer fires; Infinity: it has none. Task: skipped or expired by itself. Held: looked at again. */
  until: number;
  /** Task: the timer at `until` is the expiry, not the skip. */
  expires: boolean;
  /** When the task's next time limit is reached; Infinity: none. */
  slaAt: number;
  /** Bit i: threshold i of the task was reached. */
  slaReached: number;
  /** Which attempt of a repeated task this is, from 1. */
  attempt: number;
  /** No task opens before this instant: the timing of a jump (ENG-40). */
  notBefore: number;
  /** Row of `frames` of the innermost fork it is in; -1: none. */
  frame: number;
  /** It went on alone after its join had let go: it ends at the join or at any exit. */
  detached: boolean;
  /** A task left open behind the token that went on: it leads nowhere. */
  loose: boolean;
  /** Working hours of the person it is assigned to; null: those of its role. */
  assignee: CompiledCalendar | null;
}

/** One activation of a fork. Rows are reused. */
export interface Frame {
  alive: boolean;
  forkPc: number;
  /** Frame around it; -1: none. */
  parent: number;
  arrived: number;
}

/** An exit that a disposition asked for and whose requirements were not met. */
export interface Offer {
  readonly exitPc: number;
  /** The action that asked. */
  readonly fromPc: number;
  readonly disposition: number;
  readonly since: number;
  /** When the requirements were first met; -1: not yet. */
  readonly openSince: number;
}

/**
 * One run of a program by one lead: flat and reusable, so that a simulator can run a million leads
 * through one of them. Only `advance` and `migrateState` write to it; hosts set the lead's part.
 */
export interface RunState {
  status: Status;
  startedAt: number;
  endedAt: number;
  cause: Cause;
  /** Instruction of the exit or handoff that ended it; -1: none. */
  endPc: number;
  endDisposition: number;
  /** Rows of tokens; those not `alive` are free. A run without a fork uses row 0 alone. */
  readonly tokens: Token[];
  readonly frames: Frame[];
  offers: readonly Offer[];
  /** Steps made; a run that makes too many is a runaway. */
  steps: number;
  /** Counts inputs; tells apart what happened in one instant. */
  sequence: number;
  /** Instruction of the current stage; -1 before the first. */
  stagePc: number;
  stageSince: number;
  stageSlaAt: number;
  stageSlaReached: number;
  /** Ticked items of the current stage's checklist, bit i for item i. */
  stageTicked: number;
  /** Since when it is paused; -1: it is not. */
  pausedAt: number;
  /** When a pause ends by itself; Infinity: when somebody resumes it. */
  pausedUntil: number;
  /** When the time for a verdict is over; Infinity: never. */
  limitAt: number;
  readonly visits: Int32Array;
  /** Disposition of the last completed visit, by instruction. */
  readonly stepDisposition: Int32Array;
  /** 1: the last visit was completed (approved) and did not bounce or miss. By instruction. */
  readonly stepDone: Uint8Array;
  /** `sequence` at which a token last left the instruction; 0: never. */
  readonly leftAt: Int32Array;
  /** Counts of touches by channel. */
  readonly completed: Int32Array;
  readonly followUps: Int32Array;
  readonly attempted: Int32Array;
  readonly skipped: Int32Array;
  readonly bounced: Int32Array;
  readonly answered: Int32Array;
  readonly channelDisposition: Int32Array;
  /** 1: the channel is not to be used any more (bad data). */
  readonly channelBlocked: Uint8Array;
  touches: number;
  lastTouchAt: number;
  lastDisposition: number;
  /** When each signal of the program was last seen, and at which `sequence`; -1 and 0: never. */
  readonly signalAt: Float64Array;
  readonly signalSequence: Int32Array;
  /** Touches of this run one by one; kept only where the program looks at them. */
  readonly log: TouchLog;
  // The lead's part: set by the host before a run and whenever it changes.
  /** Touches of the lead's other runs; null: none. */
  history: TouchLog | null;
  fields: Readonly<Record<string, Scalar>>;
  /** Key of the lead for sticky splits. */
  leadKey: number;
  /** The how-manieth enrollment of the lead in this cadence. */
  enrollment: number;
  /** Whether missing lead data hold a task up; invented leads have what texts need. */
  checksData: boolean;
  /** Key of each instruction for sticky splits: of the cadence and the node, not of the version. */
  readonly splitKeys: Int32Array;
}

/** A free token row. */
export function createToken(): Token {
  return {
    alive: false,
    pc: -1,
    visit: 0,
    phase: PHASE.none,
    since: 0,
    opens: 0,
    due: 0,
    until: Infinity,
    expires: false,
    slaAt: Infinity,
    slaReached: 0,
    attempt: 1,
    notBefore: 0,
    frame: -1,
    detached: false,
    loose: false,
    assignee: null
  };
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
    cause: CAUSE.none,
    endPc: -1,
    endDisposition: NO_DISPOSITION,
    tokens: [createToken()],
    frames: [],
    offers: [],
    steps: 0,
    sequence: 0,
    stagePc: -1,
    stageSince: 0,
    stageSlaAt: Infinity,
    stageSlaReached: 0,
    stageTicked: 0,
    pausedAt: -1,
    pausedUntil: Infinity,
    limitAt: Infinity,
    visits: new Int32Array(size),
    stepDisposition: new Int32Array(size),
    stepDone: new Uint8Array(size),
    leftAt: new Int32Array(size),
    completed: new Int32Array(CHANNELS.length),
    followUps: new Int32Array(CHANNELS.length),
    attempted: new Int32Array(CHANNELS.length),
    skipped: new Int32Array(CHANNELS.length),
    bounced: new Int32Array(CHANNELS.length),
    answered: new Int32Array(CHANNELS.length),
    channelDisposition: new Int32Array(CHANNELS.length),
    channelBlocked: new Uint8Array(CHANNELS.length),
    touches: 0,
    lastTouchAt: 0,
    lastDisposition: NO_DISPOSITION,
    signalAt: new Float64Array(program.signals.length),
    signalSequence: new Int32Array(program.signals.length),
    log: emptyLog(),
    history: null,
    fields: {},
    leadKey: 0,
    enrollment: 1,
    checksData: true,
    splitKeys
  };
}

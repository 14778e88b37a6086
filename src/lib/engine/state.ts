import type { CompiledCalendar } from '$lib/calendar';
import type { Scalar } from '$lib/domain';
import type { TouchLog } from './touch-log';

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
  blocked: 6,
  /** In front of a step that the world is late for, or about to leave a wait (`leaving`). */
  late: 7
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
  /** Task: when it is due. Wait: when it is over, however late the world is. Event wait: its timeout. */
  due: number;
  /**
   * When its own timer fires; Infinity: it has none. Task: skipped or expired by itself. Held, or waiting
   * for a condition: looked at again.
   */
  until: number;
  /** Task, also one that is held or blocked: when it expires; Infinity: never. */
  expiry: number;
  /** When the task's next time limit is reached; Infinity: none. */
  slaAt: number;
  /** Bit i: threshold i of the task was reached. */
  slaReached: number;
  /** From when the time limits of the task are measured; later by every pause. */
  slaFrom: number;
  /** Which attempt of a repeated task this is, from 1. */
  attempt: number;
  /** No task opens before this instant: the timing of a jump, of a repetition, of a snooze. */
  notBefore: number;
  /** Row of `frames` of the innermost fork it is in; -1: none. */
  frame: number;
  /** It went on alone after its join had let go: it ends at the join or at any exit. */
  detached: boolean;
  /** A task left open behind the token that went on: it leads nowhere. */
  loose: boolean;
  /** Late: the port by which it leaves when its time has come; -1: it goes into its step then. */
  leaving: number;
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

/** The clock of a stage that the run has left. */
export interface StoppedClock {
  readonly stagePc: number;
  /** Milliseconds on the clock: open time where a threshold counts business time. */
  readonly spent: number;
  readonly reached: number;
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
  /** From this row on no token has been used in this run. */
  rows: number;
  readonly frames: Frame[];
  offers: readonly Offer[];
  /** When offers are looked at again because time has passed; Infinity: never. */
  offersAt: number;
  /** Steps made; a run that makes too many is a runaway. */
  steps: number;
  /** Counts inputs; tells apart what happened in one instant. */
  sequence: number;
  /** Instruction of the current stage; -1 before the first. */
  stagePc: number;
  stageSince: number;
  stageSlaAt: number;
  stageSlaReached: number;
  /** From when the time limits of the stage are measured; later by every pause. */
  stageSlaFrom: number;
  /** Clocks of stages that were left and go on when the run comes back. */
  stoppedClocks: readonly StoppedClock[];
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
  /** Whether any channel was ever blocked in this run. */
  blockedChannels: boolean;
  /** The lead's address or number when the channel was blocked: another one makes it usable again. */
  readonly blockedWith: Scalar[];
  touches: number;
  lastTouchAt: number;
  lastDisposition: number;
  /** When each signal of the program was last seen, and at which `sequence`; -1 and 0: never. */
  readonly signalAt: Float64Array;
  readonly signalSequence: Int32Array;
  /** Touches of this run one by one; empty unless `keepsLog`. */
  readonly log: TouchLog;
  /** Blocks of memory behind the columns above, so that a run is reset in one go. */
  readonly columns: Columns;
  // The lead's part: set by the host before a run and whenever it changes.
  /** Touches of the lead's other runs; null: none. */
  history: TouchLog | null;
  /** When signals of the program (by index) were last seen in the lead's other runs; null: none. */
  otherSignals: ReadonlyMap<number, number> | null;
  /** Whether touches are kept one by one: always where the program looks at them, or touches may bounce. */
  keepsLog: boolean;
  fields: Readonly<Record<string, Scalar>>;
  /** Key of the lead for sticky splits. */
  leadKey: number;
  /** The how-manieth enrollment of the lead in this cadence. */
  enrollment: number;
  /** Whether missing lead data hold a task up; invented leads have what texts need. */
  checksData: boolean;
  /** Null: the world is never late; so it is in all real runs. */
  lateness: Lateness | null;
  /** Key of each instruction for sticky splits: of the cadence and the node, not of the version. */
  readonly splitKeys: Int32Array;
}

/**
 * How late the world is. Each visit is asked about once. Tasks, and waits that have begun, are the host's
 * own affair: it completes them late, or tells of a `delay`.
 */
export interface Lateness {
  /** When a token goes into a step that it has come to at `at`; `at` itself for tasks and waits. */
  entersAt(pc: number, visit: number, at: number): number;
  /** When a token leaves a wait that is over at `at` by something that happened, or before it began. */
  leavesAt(pc: number, visit: number, at: number): number;
}

/** What every start sets to 0, and to -1. */
export interface Columns {
  readonly zeros: Int32Array;
  readonly minus: Int32Array;
  readonly bytes: Uint8Array;
}

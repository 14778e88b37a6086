import type { CompiledCalendar } from '$lib/calendar';
import type {
  CadenceId,
  Channel,
  Duration,
  EdgeId,
  ExitResult,
  NodeId,
  Slug,
  VersionId
} from '$lib/domain';

/** Major number of the engine that programs are made for; events carry it too. */
export const ENGINE_MAJOR = 1;

/** What an instruction does. One instruction is one step of the cadence. */
export const OP = {
  enter: 0,
  stage: 1,
  task: 2,
  wait: 3,
  /** Conditions, dispositions and signals: first case that holds. */
  choose: 4,
  /** A/B by sticky hash. */
  split: 5,
  exit: 6
} as const;
export type Op = (typeof OP)[keyof typeof OP];

/** A delay with its parameter resolved. */
export type ProgramDelay = Duration;

/** A fact of the closed vocabulary, as the engine looks it up. */
export type FactRef =
  | { readonly type: 'field'; readonly field: Slug }
  /** Touches of a channel (all channels when absent) that were completed in this run. */
  | { readonly type: 'count'; readonly channel: Channel | null; readonly followUp: boolean }
  /** Disposition of the last touch of a channel (any when absent). */
  | { readonly type: 'lastDisposition'; readonly channel: Channel | null }
  /** Disposition of the last visit of a step. */
  | { readonly type: 'stepDisposition'; readonly pc: number }
  /** Whether a signal was seen in this run. */
  | { readonly type: 'seen'; readonly signal: Slug }
  /** Whole days of 24 hours since the run began; since the last touch (null before the first). */
  | { readonly type: 'daysSince'; readonly what: 'enrolled' | 'lastTouch' }
  /** Id of the stage node the run is in, or null. */
  | { readonly type: 'stage' };

/** A condition with its facts resolved. */
export type Predicate =
  | { readonly type: 'and' | 'or' | 'nor'; readonly of: readonly Predicate[] }
  | { readonly type: 'not'; readonly of: Predicate }
  | {
      readonly type: 'compare';
      readonly fact: FactRef;
      readonly op: '$eq' | '$ne' | '$gt' | '$gte' | '$lt' | '$lte' | '$in' | '$nin' | '$exists';
      readonly value:
        string | number | boolean | null | readonly (string | number | boolean | null)[];
    };

export interface TaskSpec {
  readonly channel: Channel;
  readonly automatic: boolean;
  readonly role: Slug | null;
  /** From opening to due. */
  readonly due: ProgramDelay | null;
  /** Indexes into `Program.dispositions`, in the author's order. */
  readonly dispositions: readonly number[];
  /** For each disposition of the program, the port (index from the instruction's first port) it leaves by; 0 is `done`. */
  readonly portOf: Int32Array;
}

export interface WaitSpec {
  readonly delay: ProgramDelay;
}

export interface ChooseSpec {
  /** One predicate a case, in order; port i is case i, the last port is the default. */
  readonly cases: readonly Predicate[];
  /** Decide while the calendar is closed too. */
  readonly onArrival: boolean;
}

export interface SplitSpec {
  /** Running sums of the weights, the last one is the whole. */
  readonly upTo: readonly number[];
}

export interface ExitSpec {
  readonly result: ExitResult;
  readonly reason: string | null;
}

export interface StageSpec {
  readonly probability: number | null;
}

export interface ProgramDisposition {
  readonly id: Slug;
  readonly name: string;
  readonly answered: boolean;
  readonly goal: boolean;
}

/**
 * A compiled cadence: flat arrays and tables, made by the compiler and run by the engine.
 * Instruction `pc` is row `pc` of the columns; its ports are the rows
 * `firstPort[pc] … firstPort[pc + 1] - 1` of `target`, `edge`, `portName`.
 */
export interface Program {
  readonly cadence: CadenceId;
  readonly name: string;
  readonly version: VersionId;
  /** Major number of the engine it is made for. */
  readonly engine: number;
  /** Where a run begins. */
  readonly start: number;
  readonly op: Uint8Array;
  /** Row of the table of its op (`tasks`, `waits`, …); 0 where there is none. */
  readonly arg: Int32Array;
  /** One longer than the instructions. */
  readonly firstPort: Int32Array;
  /** Instruction a port leads to. */
  readonly target: Int32Array;
  /** Row of `edges` a port leaves by. */
  readonly edge: Int32Array;
  readonly portNames: readonly string[];
  /** Source map: the node of each instruction. */
  readonly nodes: readonly NodeId[];
  readonly nodeNames: readonly string[];
  readonly edges: readonly EdgeId[];
  readonly tasks: readonly TaskSpec[];
  readonly waits: readonly WaitSpec[];
  readonly chooses: readonly ChooseSpec[];
  readonly splits: readonly SplitSpec[];
  readonly exits: readonly ExitSpec[];
  readonly stages: readonly StageSpec[];
  readonly dispositions: readonly ProgramDisposition[];
  readonly calendar: CompiledCalendar;
}

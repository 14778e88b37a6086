import type { CompiledCalendar } from '$lib/calendar';
import type { CadenceId, EdgeId, NodeId, Slug, VersionId } from '$lib/domain';
import type { ProgramRequirement } from './facts';
import type {
  ChooseSpec,
  EntrySpec,
  ExitSpec,
  ForkSpec,
  HandoffSpec,
  JoinSpec,
  ProgramDelay,
  ProgramDisposition,
  ProgramField,
  ProgramHandler,
  ProgramMove,
  ProgramRule,
  SplitSpec,
  StageSpec,
  TaskSpec,
  TouchLimit,
  WaitSpec
} from './specs';

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
  exit: 6,
  fork: 7,
  join: 8,
  handoff: 9
} as const;
export type Op = (typeof OP)[keyof typeof OP];

/** When leads may be contacted, on their own clocks. */
export interface ProgramContact {
  /** Row of `Program.calendars` for a lead whose field `timezone` is none of `zones`. */
  readonly otherwise: number;
  readonly zones: readonly string[];
  /** Row of `Program.calendars` for each zone. */
  readonly byZone: readonly number[];
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
  /** Row of `guards` that must hold before the token may come here; -1: none. Stages, tasks, exits. */
  readonly guard: Int32Array;
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
  readonly entry: EntrySpec;
  readonly tasks: readonly TaskSpec[];
  readonly waits: readonly WaitSpec[];
  readonly chooses: readonly ChooseSpec[];
  readonly splits: readonly SplitSpec[];
  readonly exits: readonly ExitSpec[];
  readonly stages: readonly StageSpec[];
  readonly forks: readonly ForkSpec[];
  readonly joins: readonly JoinSpec[];
  readonly handoffs: readonly HandoffSpec[];
  readonly guards: readonly (readonly ProgramRequirement[])[];
  readonly dispositions: readonly ProgramDisposition[];
  /** Every signal that the cadence listens to. */
  readonly signals: readonly Slug[];
  readonly handlers: readonly ProgramHandler[];
  readonly moves: readonly ProgramMove[];
  readonly rules: readonly ProgramRule[];
  readonly touchLimits: readonly TouchLimit[];
  /** A run that is still going on this long after it began is ended without a verdict; null: never. */
  readonly verdictWithin: ProgramDelay | null;
  readonly exclusivity: 'none' | 'exclusive' | 'all';
  readonly contact: ProgramContact | null;
  /** Whether any fact or limit looks at single touches, not at counts alone. */
  readonly needsLog: boolean;
  readonly fields: readonly ProgramField[];
  readonly roles: readonly { readonly id: Slug; readonly name: string }[];
  /** The cadence's own. */
  readonly calendar: CompiledCalendar;
  /** Further calendars: of roles and of contact windows. */
  readonly calendars: readonly CompiledCalendar[];
}

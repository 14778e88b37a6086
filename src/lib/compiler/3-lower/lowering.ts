import type { CompiledCalendar, WorkCalendar } from '$lib/calendar';
import type { Delay, NodeId, Slug } from '$lib/domain';
import type {
  ChooseSpec,
  ExitSpec,
  ForkSpec,
  HandoffSpec,
  JoinSpec,
  Op,
  ProgramDelay,
  ProgramRequirement,
  SplitSpec,
  StageSpec,
  TaskSpec,
  WaitSpec
} from '$lib/program';
import type { Link } from '../1-resolve/graph';
import type { ResolvedCadence } from '../1-resolve/resolve';

/** A port that has its edge. */
export interface ConnectedLink extends Link {
  readonly edge: NonNullable<Link['edge']>;
}

/** The tables of a program while it is being written. */
export interface Tables {
  readonly tasks: TaskSpec[];
  readonly waits: WaitSpec[];
  readonly chooses: ChooseSpec[];
  readonly splits: SplitSpec[];
  readonly exits: ExitSpec[];
  readonly stages: StageSpec[];
  readonly forks: ForkSpec[];
  readonly joins: JoinSpec[];
  readonly handoffs: HandoffSpec[];
  readonly guards: (readonly ProgramRequirement[])[];
  readonly calendars: CompiledCalendar[];
}

/** What lowering one part needs of the rest. */
export interface Lowering {
  readonly resolved: ResolvedCadence;
  /** Every signal that is listened to, in the order of their ids. */
  readonly signals: readonly Slug[];
  readonly tables: Tables;
  /** Instruction of a step; -1 for one that no lead can come to. */
  readonly findPc: (node: NodeId) => number;
  /** Instruction of a step that leads come to. */
  readonly pcOf: (node: NodeId) => number;
  readonly signalOf: (signal: Slug) => number;
  readonly dispositionOf: (disposition: Slug) => number;
  /** The node's connected ports, in order. */
  readonly linksOf: (node: NodeId) => readonly ConnectedLink[];
  readonly delay: (delay: Delay) => ProgramDelay;
  /** Row of `calendars`; equal calendars share one. */
  readonly calendarRow: (calendar: WorkCalendar) => number;
}

/** What one node becomes. Its ports are its connected links. */
export interface Instruction {
  readonly op: Op;
  /** Row of the op's table, 0 where it has none. */
  readonly arg: number;
}

/** Adds a row to a table and gives its index. */
export function addRow<T>(table: T[], row: T): number {
  return table.push(row) - 1;
}

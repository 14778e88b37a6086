import type {
  ChooseSpec,
  ExitSpec,
  Op,
  ProgramDelay,
  SplitSpec,
  StageSpec,
  TaskSpec,
  WaitSpec
} from '$lib/program';
import type { Delay, NodeId } from '$lib/domain';
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
}

/** What lowering one node needs of the rest. */
export interface Lowering {
  readonly resolved: ResolvedCadence;
  /** Instruction of each step that a lead can come to. */
  readonly pcOf: ReadonlyMap<NodeId, number>;
  readonly tables: Tables;
  /** The node's connected ports, in order. */
  readonly linksOf: (node: NodeId) => readonly ConnectedLink[];
  readonly delay: (delay: Delay) => ProgramDelay;
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

import type { Cadence } from './cadence';
import type { EdgeId, NodeId } from './ids';
import type { STAGE_COLORS } from './kinds/stage';
import type { Scenario } from './scenario';

/** The number of the newest file format this build reads and the one it writes. */
export const FORMAT = 1;

export interface Position {
  /** Canvas units, the node's top left corner. */
  readonly x: number;
  readonly y: number;
}

/** A named, colored box around the steps of a team or a stage; where it lies follows from them. */
export interface Frame {
  readonly id: string;
  readonly name: string;
  readonly color: (typeof STAGE_COLORS)[number];
  /** Ids of steps; those that are not there (any more) count for nothing. */
  readonly nodes: readonly NodeId[];
}

/** How a cadence is drawn; never part of what is published. */
export interface Layout {
  readonly direction?: 'down' | 'right';
  /** Nodes without a position are placed when the cadence is opened. */
  readonly positions: Readonly<Record<NodeId, Position>>;
  /**
   * The corners of edges from port to port, as tidying laid them. One whose ends no longer lie at
   * the ports, or that a step has come to lie on, is of no effect: drawing finds another way.
   */
  readonly routes?: Readonly<Record<EdgeId, readonly Position[]>>;
  readonly frames?: readonly Frame[];
}

/** Another cadence that this one hands over to. */
export interface LinkedCadence {
  readonly cadence: Cadence;
  readonly layout: Layout;
}

/** A cadence as one file: what is published, and beside it how it is drawn and what is assumed. */
export interface CadenceFile {
  readonly format: typeof FORMAT;
  readonly cadence: Cadence;
  readonly layout: Layout;
  readonly scenarios: readonly Scenario[];
  readonly linked: readonly LinkedCadence[];
}

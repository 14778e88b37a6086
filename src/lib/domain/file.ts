import type { Cadence } from './cadence';
import type { NodeId } from './ids';
import type { Scenario } from './scenario';

/** The number of the newest file format this build reads and the one it writes. */
export const FORMAT = 1;

export interface Position {
  /** Canvas units, the node's top left corner. */
  readonly x: number;
  readonly y: number;
}

/** How a cadence is drawn; never part of what is published. */
export interface Layout {
  readonly direction?: 'down' | 'right';
  /** Nodes without a position are placed when the cadence is opened. */
  readonly positions: Readonly<Record<NodeId, Position>>;
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

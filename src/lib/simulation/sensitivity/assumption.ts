import type { Scenario } from '$lib/domain';
import type { Values } from '../optimize/space';

/** One assumption moved to one side. */
export interface Moved {
  /** The figure it is moved to; figures of lengths of time and efforts are factors. */
  readonly to: number;
  readonly scenario?: Scenario;
  /** Of named parameters of the cadence. */
  readonly values?: Values;
}

/** One figure of the world that is assumed, and its neighbors; null: there is none on that side. */
export interface Assumption {
  /** Where it stands in the scenario; `parameters.<id>` for named times of the cadence. */
  readonly path: string;
  readonly name: string;
  readonly from: number;
  readonly low: Moved | null;
  readonly high: Moved | null;
}

/** How far assumptions are moved. */
export interface Steps {
  /** As a share of the figure. */
  readonly relative: number;
  /** Chances are moved by so much instead, if it is given: 0.02 is two points. */
  readonly chance?: number;
}

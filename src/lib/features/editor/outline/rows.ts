import type { Cadence, EdgeId, NodeId } from '$lib/domain';

interface RowPlace {
  readonly key: string;
  /** Depth in the tree, from 1. */
  readonly level: number;
  /** Depth in branches: what stands under a stage is not moved in. */
  readonly indent: number;
  /** Key of the row it stands under. */
  readonly parent: string | null;
}

/** A step; each stands in exactly one row. */
export interface StepRow extends RowPlace {
  readonly type: 'step';
  readonly id: NodeId;
  /** The connection that leads here from the row above or around, when it is one of several ways. */
  readonly way: { readonly edge: EdgeId; readonly words: string } | null;
  /** The steps that lead here, where ways meet again. */
  readonly meets: readonly NodeId[];
}

/** A way out that leads to a step standing elsewhere, or nowhere yet. */
export interface WayRow extends RowPlace {
  readonly type: 'way';
  readonly from: NodeId;
  readonly port: string;
  /** Empty where there is only one way on. */
  readonly words: string;
  readonly edge: EdgeId | null;
  readonly to: NodeId | null;
  /** It leads back to a step that the lead has passed. */
  readonly back: boolean;
}

/** A heading over steps that no connection leads to. */
export interface GroupRow extends RowPlace {
  readonly type: 'group';
  readonly title: string;
}

export type OutlineRow = StepRow | WayRow | GroupRow;

export interface Outline {
  /** What else it was made from than what leads where. */
  readonly handlers: Cadence['handlers'];
  readonly moves: Cadence['moves'];
  readonly rows: readonly OutlineRow[];
  /** Steps in the order in which they stand in the list, notes left out. */
  readonly order: readonly NodeId[];
  /** Of each row: how many stand directly under it. */
  readonly children: ReadonlyMap<string, number>;
  /** Of each row: its number among those under the same row, from 1. */
  readonly place: ReadonlyMap<string, number>;
}

export function wayKey(from: NodeId, port: string, edge: EdgeId | null): string {
  return `${from} ${port} ${edge ?? ''}`;
}

import type { NodeId } from '../ids';

export interface NodeBase<K extends string> {
  readonly id: NodeId;
  readonly kind: K;
  /** What the step is called on the canvas; may be empty while it is being drawn. */
  readonly name: string;
}

/** A place where an edge can leave a node. */
export interface Port {
  readonly id: string;
  readonly name: string;
  /** A node whose required port has no edge is a dangling end. */
  readonly required: boolean;
}

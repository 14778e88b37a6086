import type { Edge, Node } from '@xyflow/svelte';
import type { Severity } from '$lib/worker/protocol';
import type { CadenceNode, EdgeId, NodeId } from '$lib/domain';
import type { DrawnPort, Face } from '$lib/drawing';
import type { Anchor, Direction, Size } from '$lib/layout';

/** The worst of a node's problems, and what all of them say. */
export interface Badge {
  readonly severity: Severity;
  readonly count: number;
  readonly text: string;
}

/** What a node component is given. */
export interface NodeData extends Record<string, unknown> {
  readonly node: CadenceNode;
  readonly face: Face;
  readonly size: Size;
  readonly direction: Direction;
  readonly target: Anchor | null;
  readonly ports: readonly DrawnPort[];
  /** Leads that came here in the last simulation; null without one. */
  readonly count: number | null;
  readonly badge: Badge | null;
  /** While a connection is being drawn: whether it may end here. */
  readonly legal: boolean | null;
}

export interface EdgeData extends Record<string, unknown> {
  /** The name of the port it leaves by; empty where there is only one way on. */
  readonly label: string;
  readonly count: number | null;
  readonly badge: Badge | null;
  /** It is on a way that is lit. */
  readonly lit: boolean;
}

/** A way through the cadence that is lit, such as that of a simulated lead. */
export interface LitWay {
  /** Whose way it is. */
  readonly name: string;
  readonly nodes: readonly NodeId[];
  readonly edges: readonly EdgeId[];
}

export type FlowNode = Node<NodeData, CadenceNode['kind']>;
export type FlowEdge = Edge<EdgeData, 'way'>;

/** The one handle that edges come in by. */
export const INCOMING = 'in';

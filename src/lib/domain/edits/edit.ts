import type { Cadence, CadenceEdge, CadenceNode } from '../cadence';
import type { EdgeId, NodeId } from '../ids';
import type { Frame, Layout, Position } from '../file';
import type { Scenario } from '../scenario';

/** Puts a node into the cadence, at `index` of its nodes (absent: last), with its place on the canvas. */
export interface AddNodeEdit {
  readonly kind: 'addNode';
  readonly node: CadenceNode;
  readonly position?: Position;
  readonly index?: number;
}

/** Takes a node out, with every edge that touches it, its position and what scenarios assume of it. */
export interface RemoveNodeEdit {
  readonly kind: 'removeNode';
  readonly id: NodeId;
}

/** Replaces a node by another of the same id and kind. */
export interface UpdateNodeEdit {
  readonly kind: 'updateNode';
  readonly node: CadenceNode;
}

export interface ConnectEdit {
  readonly kind: 'connect';
  readonly edge: CadenceEdge;
  readonly index?: number;
}

export interface DisconnectEdit {
  readonly kind: 'disconnect';
  readonly id: EdgeId;
}

/** Moves nodes on the canvas, and lays edges; null takes a position or route (or all routes) away. */
export interface MoveNodesEdit {
  readonly kind: 'moveNodes';
  readonly positions: Readonly<Record<NodeId, Position | null>>;
  readonly direction?: Layout['direction'] | null;
  readonly routes?: Readonly<Record<EdgeId, readonly Position[] | null>> | null;
}

/** Replaces all frames; null takes them away. */
export interface SetFramesEdit {
  readonly kind: 'setFrames';
  readonly frames: readonly Frame[] | null;
}

type CadenceFields = Omit<Cadence, 'id' | 'nodes' | 'edges'>;

/** Sets fields of the cadence itself (name, calendar, parameters…); null takes an optional one away. */
export interface UpdateCadenceEdit {
  readonly kind: 'updateCadence';
  readonly fields: { readonly [F in keyof CadenceFields]?: CadenceFields[F] | null };
}

/** Replaces all scenarios. */
export interface SetScenariosEdit {
  readonly kind: 'setScenarios';
  readonly scenarios: readonly Scenario[];
}

/** Puts another state of the same cadence in the place of this one, with how it is drawn and what is assumed. */
export interface ReplaceContentEdit {
  readonly kind: 'replaceContent';
  readonly cadence: Cadence;
  readonly layout: Layout;
  readonly scenarios: readonly Scenario[];
}

/** Several edits as one step of undo. */
export interface BatchEdit {
  readonly kind: 'batch';
  readonly edits: readonly Edit[];
}

/** A change to a cadence file, as a JSON value. */
export type Edit =
  | AddNodeEdit
  | RemoveNodeEdit
  | UpdateNodeEdit
  | ConnectEdit
  | DisconnectEdit
  | MoveNodesEdit
  | SetFramesEdit
  | UpdateCadenceEdit
  | SetScenariosEdit
  | ReplaceContentEdit
  | BatchEdit;

/** Why an edit cannot be applied to this file. */
export interface EditRefusal {
  readonly code: 'unknownNode' | 'unknownEdge' | 'idTaken' | 'kindChanged' | 'badField';
  readonly message: string;
}

import type { Cadence, CadenceNode, NodeKind, NodeOfKind } from '../cadence';
import type { NodeId } from '../ids';
import { ACTION } from './action';
import { BRANCH } from './branch';
import { ENTRY } from './entry';
import { EXIT } from './exit';
import { FORK } from './fork';
import { HANDOFF } from './handoff';
import { JOIN } from './join';
import type { KindSpec, Port } from './node-base';
import { NOTE } from './note';
import { STAGE } from './stage';
import { WAIT } from './wait';

const KINDS: { readonly [K in NodeKind]: KindSpec<NodeOfKind<K>> } = {
  entry: ENTRY,
  stage: STAGE,
  action: ACTION,
  wait: WAIT,
  branch: BRANCH,
  fork: FORK,
  join: JOIN,
  handoff: HANDOFF,
  exit: EXIT,
  note: NOTE
};

export const NODE_KINDS = Object.keys(KINDS) as readonly NodeKind[];

/** The spec of a node's own kind; TypeScript cannot see that the two go together. */
function specOf(node: CadenceNode): KindSpec<CadenceNode> {
  return KINDS[node.kind];
}

/** Where edges can leave a node, in the order they are drawn. Port ids are unique in a node. */
export function portsOf(node: CadenceNode, cadence: Cadence): readonly Port[] {
  return specOf(node).ports(node, cadence);
}

/** The one line of truth under a step's name: `Call · within 4 business hours · 6 dispositions`. */
export function describeNode(node: CadenceNode, cadence: Cadence): string {
  return specOf(node).describe(node, cadence);
}

/** A node with sensible contents, and `overrides` over them. */
export function newNode<K extends NodeKind>(
  kind: K,
  id: NodeId,
  overrides: Partial<Omit<NodeOfKind<K>, 'id' | 'kind'>> = {}
): NodeOfKind<K> {
  const created: NodeOfKind<K> = KINDS[kind].create(id);
  return { ...created, ...overrides };
}

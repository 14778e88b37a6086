import {
  freeId,
  type ActionNode,
  type Cadence,
  type CadenceNode,
  type ConnectEdit,
  type ExitNode,
  type NodeId,
  type UpdateCadenceEdit
} from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import type { QuickFix } from '../diagnostics/diagnostic';
import type { Place } from '../diagnostics/catalogue';
import { nameOf } from '../diagnostics/naming';

export function connectEdit(cadence: Cadence, from: NodeId, port: string, to: NodeId): ConnectEdit {
  const id = freeId(
    cadence.edges.map((edge) => edge.id),
    'edge'
  );
  return { kind: 'connect', edge: { id, from, port, to } };
}

export function removeStep(node: CadenceNode): QuickFix {
  return { label: `Remove ${nameOf(node)}`, edit: { kind: 'removeNode', id: node.id } };
}

export function changeCadence(label: string, fields: UpdateCadenceEdit['fields']): QuickFix {
  return { label, edit: { kind: 'updateCadence', fields } };
}

/** The exit that an unfinished way may be meant to lead to: the only one, or the only plain end. */
export function likelyExit({ exits }: ResolvedCadence): ExitNode | null {
  if (exits.length === 1) return exits[0] ?? null;
  const plain = exits.filter(({ result }) => result === 'completed' || result === 'unresponsive');
  return plain.length === 1 ? (plain[0] ?? null) : null;
}

export function replaceAction(label: string, node: ActionNode): QuickFix {
  return { label, edit: { kind: 'updateNode', node } };
}

/** The place with its fix, if there is one. */
export function withFix(place: Place, fix: QuickFix | null): Place {
  return fix ? { ...place, fix } : place;
}

import { canConnect, type Cadence, type EdgeId, type Edit, type NodeId } from '$lib/domain';
import { newEdge } from './connect';

/** Where an edge may lead from and to, once one of its ends is elsewhere. */
export interface Ends {
  readonly from: NodeId;
  readonly port: string;
  readonly to: NodeId;
}

/** Whether an edge may have these ends: `true`, or the reason why not. */
export function mayReconnect(
  cadence: Cadence,
  id: EdgeId,
  { from, port, to }: Ends
): true | string {
  const edges = cadence.edges.filter((edge) => edge.id !== id);
  return canConnect({ ...cadence, edges }, from, port, to);
}

/** Gives an edge other ends; null when that is not allowed or they are the ones it has. */
export function reconnectEdit(cadence: Cadence, id: EdgeId, ends: Ends): Edit | null {
  const edge = cadence.edges.find((each) => each.id === id);
  if (!edge || mayReconnect(cadence, id, ends) !== true) return null;
  if (edge.from === ends.from && edge.port === ends.port && edge.to === ends.to) return null;
  const connect = newEdge(cadence, ends.from, ends.port, ends.to);
  return { kind: 'batch', edits: [{ kind: 'disconnect', id }, connect] };
}

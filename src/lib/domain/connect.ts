import type { Cadence } from './cadence';
import type { NodeId } from './ids';
import { portsOf } from './kinds/registry';

/**
 * Whether an edge may be drawn from this port to that node: `true`, or the reason why not.
 * Loops back to earlier steps are legal.
 */
export function canConnect(
  cadence: Cadence,
  from: NodeId,
  port: string,
  to: NodeId
): true | string {
  const source = cadence.nodes.find(({ id }) => id === from);
  const target = cadence.nodes.find(({ id }) => id === to);
  if (!source || !target) return 'That step is not there any more.';
  if (source === target) return 'A step cannot lead to itself.';
  if (target.kind === 'entry') return 'Nothing can lead back to where leads come in.';
  if (target.kind === 'note' || source.kind === 'note') return 'Leads never pass a note.';
  if (!portsOf(source, cadence).some(({ id }) => id === port)) {
    return source.kind === 'exit' ? 'Nothing follows an end.' : 'That step has no such way out.';
  }
  const taken = cadence.edges.some((edge) => edge.from === from && edge.port === port);
  return taken ? 'That way out is already connected.' : true;
}

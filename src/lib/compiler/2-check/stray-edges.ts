import type { NodeId } from '$lib/domain';
import { present } from '$lib/util';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';

/** CMP-16: every connection leaves by a port that is there, alone, to a step that can be entered. */
export function checkStrayEdges({ graph }: ResolvedCadence): Diagnostic[] {
  const name = (id: NodeId) => nameOf(present(graph.nodes.get(id), `node ${id}`));
  return graph.strays.map((edge) =>
    diagnose('stray-connection', [name(edge.from), name(edge.to)], {
      edge: edge.id,
      fix: { label: 'Remove the connection', edit: { kind: 'disconnect', id: edge.id } }
    })
  );
}

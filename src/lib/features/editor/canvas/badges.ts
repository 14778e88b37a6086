import type { Diagnostic, Severity } from '$lib/worker/protocol';
import type { EdgeId, NodeId } from '$lib/domain';
import type { Badge } from './flow-types';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export interface Badges {
  readonly nodes: ReadonlyMap<NodeId, Badge>;
  readonly edges: ReadonlyMap<EdgeId, Badge>;
}

/** Problems gathered by the place on the canvas that they are shown at. */
export function badgesOf(diagnostics: readonly Diagnostic[]): Badges {
  const nodes = new Map<NodeId, Badge>();
  const edges = new Map<EdgeId, Badge>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.node !== undefined) add(nodes, diagnostic.node, diagnostic);
    else if (diagnostic.edge !== undefined) add(edges, diagnostic.edge, diagnostic);
  }
  return { nodes, edges };
}

function add(badges: Map<string, Badge>, id: string, { severity, message }: Diagnostic): void {
  const before = badges.get(id);
  badges.set(
    id,
    before
      ? {
          severity: RANK[severity] < RANK[before.severity] ? severity : before.severity,
          count: before.count + 1,
          text: `${before.text}\n${message}`
        }
      : { severity, count: 1, text: message }
  );
}

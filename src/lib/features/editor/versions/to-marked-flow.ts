import type { Cadence, Layout, NodeId } from '$lib/domain';
import type { FlowEdge, FlowNode } from '../canvas/flow-types';
import { toFlowEdges, toFlowNodes, type Overlay } from '../canvas/to-flow';
import type { Mark, Marks } from './changes';

const PLAIN: Overlay = {
  badges: { nodes: new Map(), edges: new Map() },
  nodeCounts: null,
  edgeCounts: null,
  selectedNodes: new Set(),
  selectedEdges: new Set(),
  legal: null,
  litNodes: new Set(),
  litEdges: new Set()
};

const SIGNS: Readonly<Record<Mark, string>> = { added: '+', removed: '−', changed: '≠' };

/** A cadence as it is drawn to be looked at, with what differs marked. */
export function toMarkedFlow(
  cadence: Cadence,
  layout: Layout,
  { nodes, edges }: Marks,
  lookedAt: NodeId | null = null
): { readonly nodes: FlowNode[]; readonly edges: FlowEdge[] } {
  const file = { format: 1, cadence, layout, scenarios: [], linked: [] } as const;
  return {
    nodes: toFlowNodes(file, PLAIN, new Map()).map((flow) => {
      const mark = nodes.get(flow.id);
      const classes = [mark && `mark-${mark}`, flow.id === lookedAt && 'looked-at'].filter(Boolean);
      if (classes.length === 0) return flow;
      return { ...flow, class: classes.join(' '), data: { ...flow.data, ...(mark && { mark }) } };
    }),
    edges: toFlowEdges(cadence, PLAIN, new Map()).map((flow) => {
      const mark = edges.get(flow.id);
      if (!mark || !flow.data) return flow;
      const label = `${SIGNS[mark]} ${flow.data.label}`.trim();
      return { ...flow, class: `mark-${mark}`, data: { ...flow.data, label } };
    })
  };
}

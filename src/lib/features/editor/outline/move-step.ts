import type { Cadence, CadenceEdge, CadenceFile, Edit, NodeId, Position } from '$lib/domain';
import { sizesOf } from '$lib/drawing';
import { newEdge } from '../commands/connect';
import { mainWay, type FlowGraph } from '../walk/flow-graph';

/** An edge that leads somewhere else from now on; null: nowhere. */
interface Turn {
  readonly edge: CadenceEdge;
  readonly to: NodeId | null;
}

/**
 * Moves a step of a chain before the one that leads to it, as one step of undo: what led to that one
 * leads here, this step leads on to it, and it leads on to where this step led. Their places on the
 * drawing are exchanged. Null where there is no chain to move along.
 */
export function moveBack(file: CadenceFile, graph: FlowGraph, id: NodeId): Edit | null {
  const { cadence } = file;
  const previous = previousOf(graph, id);
  if (previous === null) return null;
  const link = cadence.edges.find(({ from, to }) => from === previous && to === id);
  const own = mainWay(graph, id);
  if (!link || !own) return null;
  const into = cadence.edges.filter((edge) => edge.to === previous);
  if (into.some(({ from }) => from === id)) return null;
  const on = cadence.edges.find((edge) => edge.id === own.edge);
  const turns: readonly Turn[] = [
    ...into.map((edge) => ({ edge, to: id })),
    { edge: link, to: own.to },
    ...(on ? [{ edge: on, to: previous }] : [])
  ];
  const edits = turned(cadence, turns);
  if (!on) edits.push(newEdge(without(cadence, turns, edits), id, own.port, previous));
  return { kind: 'batch', edits: [...edits, exchanged(file, id, previous)] };
}

/** Moves a step of a chain behind the one that it leads to. */
export function moveOn(file: CadenceFile, graph: FlowGraph, id: NodeId): Edit | null {
  const next = mainWay(graph, id)?.to ?? null;
  return next !== null && previousOf(graph, next) === id ? moveBack(file, graph, next) : null;
}

/** The step right before this one in a chain; null at the beginning of one, or where ways meet. */
export function previousOf(graph: FlowGraph, id: NodeId): NodeId | null {
  const before = (graph.into.get(id) ?? []).filter(({ from }) => mainWay(graph, from)?.to === id);
  const [only] = before;
  if (!only || before.length > 1) return null;
  const kind = graph.nodes.get(only.from)?.kind;
  return kind === 'entry' || only.from === id ? null : only.from;
}

function turned(cadence: Cadence, turns: readonly Turn[]): Edit[] {
  const cut: Edit[] = turns.map(({ edge }) => ({ kind: 'disconnect', id: edge.id }));
  const edits: Edit[] = [...cut];
  for (const { edge, to } of turns) {
    if (to !== null) edits.push(newEdge(without(cadence, turns, edits), edge.from, edge.port, to));
  }
  return edits;
}

/** The cadence with the turned edges gone and the new ones there, for ids that are free. */
function without(cadence: Cadence, turns: readonly Turn[], edits: readonly Edit[]): Cadence {
  const gone = new Set(turns.map(({ edge }) => edge.id));
  const added = edits.flatMap((edit) => (edit.kind === 'connect' ? [edit.edge] : []));
  return { ...cadence, edges: [...cadence.edges.filter(({ id }) => !gone.has(id)), ...added] };
}

/** Each with its middle where that of the other was. */
function exchanged({ cadence, layout }: CadenceFile, a: NodeId, b: NodeId): Edit {
  const sizes = sizesOf(cadence, layout.direction ?? 'down');
  const positions: Record<NodeId, Position> = {};
  const put = (id: NodeId, there: NodeId) => {
    const place = layout.positions[there];
    const [own, other] = [sizes.get(id), sizes.get(there)];
    if (!place || !own || !other) return;
    positions[id] = {
      x: Math.round(place.x + (other.width - own.width) / 2),
      y: Math.round(place.y + (other.height - own.height) / 2)
    };
  };
  put(a, b);
  put(b, a);
  return { kind: 'moveNodes', positions };
}

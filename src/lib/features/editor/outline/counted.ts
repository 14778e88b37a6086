import type { FlowGraph } from '../walk/flow-graph';
import type { Outline, OutlineRow } from './rows';

/** Rows with what a tree says of each: how many stand under it, and which of them it is. */
export function counted(rows: readonly OutlineRow[], graph: FlowGraph): Outline {
  const children = new Map<string, number>();
  const place = new Map<string, number>();
  for (const { key, parent } of rows) {
    const number = (children.get(parent ?? '') ?? 0) + 1;
    children.set(parent ?? '', number);
    place.set(key, number);
  }
  const order = rows.flatMap((row) =>
    row.type === 'step' && graph.nodes.get(row.id)?.kind !== 'note' ? [row.id] : []
  );
  const { handlers, moves } = graph.cadence;
  return { handlers, moves, rows, order, children, place };
}

import type { EdgeId, NodeId } from '$lib/domain';

/** Which nodes and edges are selected: never stored, never undone. */
export class Selection {
  #nodes: ReadonlySet<NodeId> = $state.raw(new Set());
  #edges: ReadonlySet<EdgeId> = $state.raw(new Set());

  get nodes(): ReadonlySet<NodeId> {
    return this.#nodes;
  }

  get edges(): ReadonlySet<EdgeId> {
    return this.#edges;
  }

  get isEmpty(): boolean {
    return this.#nodes.size + this.#edges.size === 0;
  }

  /** The node, when exactly one node and nothing else is selected. */
  get only(): NodeId | null {
    if (this.#nodes.size !== 1 || this.#edges.size > 0) return null;
    return [...this.#nodes][0] ?? null;
  }

  set(nodes: Iterable<NodeId>, edges: Iterable<EdgeId> = []): void {
    const nextNodes = new Set(nodes);
    const nextEdges = new Set(edges);
    if (!same(this.#nodes, nextNodes)) this.#nodes = nextNodes;
    if (!same(this.#edges, nextEdges)) this.#edges = nextEdges;
  }

  clear(): void {
    this.set([]);
  }
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

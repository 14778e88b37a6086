import type { EdgeId, NodeId, Position } from '$lib/domain';
import type { SimulationResult } from '$lib/worker/protocol';
import { legalSources, legalTargets } from '../commands/connect';
import type { EditorState } from '../editor-state.svelte';
import { badgesOf } from './badges';
import type { FlowEdge, FlowNode, LitWay } from './flow-types';
import { Lines } from './lines.svelte';
import { toFlowEdges, toFlowNodes, type Overlay } from './to-flow';

/** A connection that is being drawn: from a port, or back from a node to the port it is to come from. */
type Drawing =
  | { readonly from: NodeId; readonly port: string }
  | { readonly to: NodeId; readonly moving: EdgeId | null };

/**
 * The arrays that the canvas library draws and writes to. They follow from the file; what the
 * library changes in between (a drag under way, a selection) holds until the file changes.
 */
export class CanvasModel {
  /** How the edges run. */
  readonly lines: Lines;
  /** While all steps are on the way to other places, their edges follow as they can. */
  isGliding = $state(false);
  readonly #editor: EditorState;
  readonly #result: () => SimulationResult | null;
  readonly #way: () => LitWay | null;
  #drawing: Drawing | null = $state.raw(null);
  #lastNodes: FlowNode[] = [];
  #lastEdges: FlowEdge[] = [];

  readonly #legal: ReadonlySet<NodeId> | null = $derived.by(() => {
    if (!this.#drawing) return null;
    const { cadence } = this.#editor;
    if ('to' in this.#drawing)
      return new Set(legalSources(cadence, this.#drawing.to, this.#drawing.moving));
    return new Set(legalTargets(cadence, this.#drawing.from, this.#drawing.port));
  });

  readonly #overlay: Overlay = $derived.by(() => {
    const result = this.#result();
    const way = this.#way();
    return {
      badges: badgesOf(this.#editor.diagnostics),
      nodeCounts: result && new Map(result.steps.map((step) => [step.node, step.reached])),
      edgeCounts: result?.edges ?? null,
      selectedNodes: this.#editor.selection.nodes,
      selectedEdges: this.#editor.selection.edges,
      legal: this.#legal,
      litNodes: new Set(way?.nodes),
      litEdges: new Set(way?.edges)
    };
  });

  #nodes: FlowNode[] = $derived.by(() => {
    const before = new Map(this.#lastNodes.map((node) => [node.id, node]));
    return (this.#lastNodes = toFlowNodes(this.#editor.file, this.#overlay, before));
  });

  #edges: FlowEdge[] = $derived.by(() => {
    const before = new Map(this.#lastEdges.map((edge) => [edge.id, edge]));
    return (this.#lastEdges = toFlowEdges(this.#editor.cadence, this.#overlay, before));
  });

  constructor(
    editor: EditorState,
    result: () => SimulationResult | null,
    way: () => LitWay | null = () => null
  ) {
    this.#editor = editor;
    this.#result = result;
    this.#way = way;
    this.lines = new Lines(() => ({
      nodes: this.#nodes,
      edges: this.#edges,
      layout: this.#editor.file.layout,
      isGliding: this.isGliding
    }));
  }

  get nodes(): FlowNode[] {
    return this.#nodes;
  }

  set nodes(nodes: FlowNode[]) {
    this.#lastNodes = nodes;
    this.#nodes = nodes;
  }

  get edges(): FlowEdge[] {
    return this.#edges;
  }

  set edges(edges: FlowEdge[]) {
    this.#lastEdges = edges;
    this.#edges = edges;
  }

  /** Draws nodes elsewhere for a moment, without changing the file. */
  place(positions: ReadonlyMap<NodeId, Position>): void {
    this.nodes = this.nodes.map((node) => {
      const position = positions.get(node.id);
      return position ? { ...node, position } : node;
    });
  }

  /** Takes nodes into the hand: they are drawn there, whatever the file says, until they are let go. */
  hold(positions: ReadonlyMap<NodeId, Position>): void {
    this.nodes = this.nodes.map((node) => {
      const position = positions.get(node.id);
      return position ? { ...node, position, dragging: true } : node;
    });
  }

  letGo(): void {
    this.nodes = this.nodes.map((node) => (node.dragging ? { ...node, dragging: false } : node));
  }

  /** Whether the connection that is being drawn may end at this node. */
  isLegal(id: NodeId): boolean {
    return this.#legal?.has(id) ?? false;
  }

  get isDrawing(): boolean {
    return this.#drawing !== null;
  }

  /** From a step's rim where leads come in, to a port that they come from. */
  get isDrawingBack(): boolean {
    return this.#drawing !== null && 'to' in this.#drawing;
  }

  startDrawing(from: NodeId, port: string): void {
    this.#drawing = { from, port };
  }

  /** Draws from where leads come in; `moving` is the edge whose beginning is being moved. */
  startDrawingBack(to: NodeId, moving: EdgeId | null = null): void {
    this.#drawing = { to, moving };
  }

  stopDrawing(): void {
    this.#drawing = null;
  }

  /** Takes over what the user selected on the canvas. */
  select(nodes: readonly { id: NodeId }[], edges: readonly { id: EdgeId }[]): void {
    this.#editor.selection.set(
      nodes.map(({ id }) => id),
      edges.map(({ id }) => id)
    );
  }
}

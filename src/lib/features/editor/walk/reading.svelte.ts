import type { NodeId } from '$lib/domain';
import type { EditorState } from '../editor-state.svelte';
import { outlineOf } from '../outline/outline-of';
import type { Outline } from '../outline/rows';
import { flowGraph, type FlowGraph } from './flow-graph';
import { nameOf, stepWords } from './words';

/** The open cadence as it is read step by step: what leads where, and in which order. */
export class Reading {
  readonly #editor: EditorState;
  #before: { readonly graph: FlowGraph; outline: Outline | null } | null = null;
  readonly #graph: FlowGraph = $derived.by(() => this.#read());
  readonly #outline: Outline = $derived.by(() => this.#list());
  readonly #rank: ReadonlyMap<NodeId, number> = $derived.by(
    () => new Map(this.#outline.order.map((id, index) => [id, index]))
  );

  constructor(editor: EditorState) {
    this.#editor = editor;
  }

  get graph(): FlowGraph {
    return this.#graph;
  }

  get outline(): Outline {
    return this.#outline;
  }

  /** Place of each step in the order of the list; notes have none. */
  get rank(): ReadonlyMap<NodeId, number> {
    return this.#rank;
  }

  nameOf(id: NodeId | null): string {
    return nameOf(this.#graph, id);
  }

  /** What is said of a step that one comes to. */
  wordsFor(id: NodeId): string {
    const { cadence, diagnostics } = this.#editor;
    return stepWords(
      { cadence, graph: this.#graph, order: this.#outline.order, problems: diagnostics },
      id
    );
  }

  /** Typing changes what steps say; what leads where, and the order of the list, is kept. */
  #read(): FlowGraph {
    const graph = flowGraph(this.#editor.cadence, this.#before?.graph);
    const isKept = this.#before?.graph.out === graph.out;
    this.#before = { graph, outline: isKept ? (this.#before?.outline ?? null) : null };
    return graph;
  }

  #list(): Outline {
    const { cadence } = this.#graph;
    const known = this.#before;
    const kept = known?.outline;
    if (kept && kept.handlers === cadence.handlers && kept.moves === cadence.moves) return kept;
    const outline = outlineOf(cadence, this.#graph);
    if (known?.graph === this.#graph) known.outline = outline;
    return outline;
  }
}

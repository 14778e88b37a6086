import type { NodeId } from '$lib/domain';
import type { EditorState } from '../editor-state.svelte';
import { outlineOf } from '../outline/outline-of';
import type { Outline } from '../outline/rows';
import { flowGraph, type FlowGraph } from './flow-graph';
import { nameOf, stepWords } from './words';

/** The open cadence as it is read step by step: what leads where, and in which order. */
export class Reading {
  readonly #editor: EditorState;
  readonly #graph: FlowGraph = $derived.by(() => flowGraph(this.#editor.cadence));
  readonly #outline: Outline = $derived.by(() => outlineOf(this.#editor.cadence, this.#graph));
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
}

import type { CadenceNode, Edit, StepAssumption } from '$lib/domain';
import { assume } from '../commands/assume';
import { patched, type Patch } from '$lib/util';
import type { EditorState } from '../editor-state.svelte';

/** How forms change the file: what is refused changes nothing and is said under the heading. */
export class NodeEditing {
  readonly editor: EditorState;
  #refusal: string | null = $state.raw(null);
  #gathered: Edit[] | null = null;

  constructor(editor: EditorState) {
    this.editor = editor;
  }

  /** Why the last change was refused; null after one that was not. */
  get refusal(): string | null {
    return this.#refusal;
  }

  do(edit: Edit | null, label?: string): void {
    if (!edit) return;
    if (this.#gathered) {
      this.#gathered.push(edit);
      return;
    }
    const done = this.editor.do(edit, label);
    this.#refusal = done.ok ? null : done.error.message;
  }

  /** Everything that is done within `work`, as one step of undo. */
  together(label: string, work: () => void): void {
    const edits: Edit[] = [];
    this.#gathered = edits;
    try {
      work();
    } finally {
      this.#gathered = null;
    }
    if (edits.length > 0) this.do({ kind: 'batch', edits }, label);
  }

  /** Changes fields of a node; undefined takes an optional one away. */
  set<N extends CadenceNode>(node: N, patch: Patch<N>): void {
    this.do({ kind: 'updateNode', node: patched(node, patch) });
  }

  /** Changes what the scenario assumes of a step. */
  assume(node: CadenceNode, patch: Patch<StepAssumption>): void {
    this.do(assume(this.editor.file.scenarios, node.id, patch));
  }
}

/** Text of an optional field: empty means absent. */
export function optional(text: string): string | undefined {
  return text === '' ? undefined : text;
}

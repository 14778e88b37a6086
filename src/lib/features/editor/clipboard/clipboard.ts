import {
  copySteps,
  newNode,
  pasteSteps,
  writeCopiedSteps,
  type CopiedSteps,
  type NodeId,
  type Position
} from '$lib/domain';
import { toast } from '$lib/ui';
import { addAt } from '../commands/add';
import { removeSelected } from '../commands/remove';
import type { StageHand } from '../canvas/stage-hand';
import type { EditorState } from '../editor-state.svelte';
import { freeOffset, middleOf } from './paste-place';
import { understand } from './understand';

export interface ClipboardParts {
  readonly editor: EditorState;
  readonly hand: StageHand;
  readonly announce: (words: string) => void;
  /** Whether the cadence is shown as a drawing, so that things have a place on the screen. */
  readonly isDrawn: () => boolean;
}

/** Copies, cuts and pastes steps by the system's clipboard, as text that any tab understands. */
export class Clipboard {
  readonly #parts: ClipboardParts;
  #pointer: Position | null = null;

  constructor(parts: ClipboardParts) {
    this.#parts = parts;
  }

  /** Where the pointer is on the screen: things are pasted there when it is on the drawing. */
  pointAt(point: Position): void {
    this.#pointer = point;
  }

  /** What is selected as text; null when no step is. */
  copied(): string | null {
    const steps = this.#selected();
    if (!steps) return null;
    this.#parts.announce(`Copied ${counted(steps.nodes.length)}.`);
    return writeCopiedSteps(steps);
  }

  /** The same, and deletes it; one step of undo. */
  cut(): string | null {
    const { editor } = this.#parts;
    const steps = this.#selected();
    const edit = removeSelected(editor.cadence, editor.selection);
    if (!steps || !edit) return null;
    const label = `Cut ${counted(steps.nodes.length)}`;
    if (!editor.do(edit, label).ok) return null;
    this.#parts.announce(`${label}.`);
    return writeCopiedSteps(steps);
  }

  /** Puts copies of what is selected beside it; one step of undo. */
  duplicate(): void {
    const steps = this.#selected();
    if (!steps) return this.#parts.announce('Nothing is selected.');
    this.#put(steps, this.#freeOffset(steps), 'Duplicate');
  }

  /** Whatever that text is: steps, a whole cadence, words for a note; or says why it cannot be pasted. */
  paste(text: string, at: Position | null = this.#placeOfPointer()): void {
    const clip = understand(text);
    switch (clip.type) {
      case 'steps':
        return this.#put(clip.steps, this.#offsetTo(clip.steps, at), 'Paste');
      case 'note':
        return this.#note(clip.text, at);
      case 'refused':
        toast.fail(clip.message, clip.help);
        this.#parts.announce(`${clip.message}. ${clip.help}`);
    }
  }

  #selected(): CopiedSteps | null {
    const { editor } = this.#parts;
    const { nodes } = editor.selection;
    return nodes.size === 0 ? null : copySteps(editor.file, nodes);
  }

  #put(steps: CopiedSteps, by: Position, verb: 'Paste' | 'Duplicate'): void {
    const { editor } = this.#parts;
    const { edit, nodes, added, loose } = pasteSteps(editor.file, steps, {
      mark: editor.newMark(),
      by
    });
    const label = `${verb} ${counted(nodes.length)}`;
    const done = editor.do(edit, label);
    if (!done.ok) {
      toast.fail('The steps cannot be pasted', done.error.message);
      return;
    }
    this.#shown(nodes, `${label}: done.`);
    if (added.length > 0) toast.say(`Added to this cadence too: ${listed(added)}.`);
    if (loose.length > 0) {
      toast.say(`Look at ${listed(loose)}: a step referred to there is not here.`);
    }
  }

  #note(text: string, at: Position | null): void {
    const { editor, hand } = this.#parts;
    const node = newNode('note', `note-${editor.newMark()}`, { name: '', text });
    const edit = addAt(node, at ?? hand.middle(), hand.sizeOf(node));
    const done = editor.do(edit, 'Paste a note');
    if (done.ok) this.#shown([node.id], 'Pasted as a note.');
    else toast.fail('The text cannot be pasted', done.error.message);
  }

  #shown(nodes: readonly NodeId[], words: string): void {
    const { editor, hand, isDrawn } = this.#parts;
    editor.selection.set(nodes);
    if (isDrawn()) void hand.reveal(nodes);
    this.#parts.announce(words);
  }

  #placeOfPointer(): Position | null {
    const { hand, isDrawn } = this.#parts;
    const point = this.#pointer;
    return point && isDrawn() && hand.isOver(point) ? hand.placeAt(point) : null;
  }

  /** To the pointer; else beside where they were, when they are from here; else into the view. */
  #offsetTo(steps: CopiedSteps, at: Position | null): Position {
    const { editor, hand } = this.#parts;
    if (at === null && steps.from === editor.cadence.id) return this.#freeOffset(steps);
    const middle = middleOf(steps, (node) => hand.sizeOf(node));
    const to = at ?? hand.middle();
    return freeOffset(editor.file, steps, { x: to.x - middle.x, y: to.y - middle.y });
  }

  #freeOffset(steps: CopiedSteps): Position {
    return freeOffset(this.#parts.editor.file, steps, { x: 40, y: 40 });
  }
}

function counted(count: number): string {
  return count === 1 ? '1 step' : `${count} steps`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

import type { EdgeId, Position } from '$lib/domain';
import { drawnAt } from '../canvas/pointer';
import type { StageHand } from '../canvas/stage-hand';
import type { EditorState } from '../editor-state.svelte';

/** What a menu is about: the steps that are selected, one connection, or the drawing at a place. */
export type MenuSubject =
  | { readonly type: 'steps' }
  | { readonly type: 'edge'; readonly id: EdgeId }
  | { readonly type: 'canvas'; readonly at: Position };

/** The menu of what was clicked with the other button, or asked for by key. */
export class Menus {
  readonly #editor: EditorState;
  readonly #hand: StageHand;
  #open: { readonly about: MenuSubject; readonly at: Position } | null = $state.raw(null);
  #before: Element | null = null;

  constructor(editor: EditorState, hand: StageHand) {
    this.#editor = editor;
    this.#hand = hand;
  }

  /** What the open menu is about, and where on the screen it is; null while none is open. */
  get open(): { readonly about: MenuSubject; readonly at: Position } | null {
    return this.#open;
  }

  /** Opens the menu of whatever is under the pointer, and selects that. */
  openAt(event: MouseEvent): void {
    event.preventDefault();
    this.#show(event.target, { x: event.clientX, y: event.clientY });
  }

  /** Shift+F10 or the menu key: opens the menu of what has the focus; says whether that was the key. */
  openByKey(event: KeyboardEvent): boolean {
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!isMenuKey) return false;
    event.preventDefault();
    const { id } = drawnAt(event.target);
    this.#show(event.target, this.#hand.pointBeside(id === '' ? null : id));
    return true;
  }

  close(): void {
    this.#open = null;
    if (this.#before instanceof HTMLElement || this.#before instanceof SVGElement) {
      // What an entry of the menu moved the focus to keeps it.
      const { activeElement } = document;
      if (
        !activeElement ||
        activeElement.closest('[role="menu"]') ||
        activeElement === document.body
      )
        this.#before.focus({ preventScroll: true });
    }
    this.#before = null;
  }

  #show(target: EventTarget | null, at: Position): void {
    const { selection } = this.#editor;
    this.#before = document.activeElement;
    const { type, id } = drawnAt(target);
    if (type === 'node') {
      if (!selection.nodes.has(id)) selection.set([id]);
      this.#open = { about: { type: 'steps' }, at };
    } else if (type === 'edge') {
      selection.set([], [id]);
      this.#open = { about: { type: 'edge', id }, at };
    } else {
      this.#open = { about: { type: 'canvas', at: this.#hand.placeAt(at) }, at };
    }
  }
}

import type { EdgeId, NodeId, Position } from '$lib/domain';
import { titleOf } from '$lib/drawing';
import type { StageHand } from '../canvas/stage-hand';
import type { EditorState } from '../editor-state.svelte';
import { makeNode, type PaletteItem } from '../palette/items';
import { placeEdit, spotBeside, spotWords, type Spot } from './spot';

/** A point on the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface AddingParts {
  readonly editor: EditorState;
  readonly hand: StageHand;
  readonly announce: (words: string) => void;
  /** Selects a step and brings it into view. */
  readonly show: (id: NodeId) => void;
}

/** Puts steps into the cadence, and the little menu that asks which. */
export class Adding {
  readonly #parts: AddingParts;
  #asking: { readonly spot: Spot; readonly anchor: Point } | null = $state.raw(null);

  constructor(parts: AddingParts) {
    this.#parts = parts;
  }

  /** Where the menu is open and what for; null while it is closed. */
  get asking(): { readonly spot: Spot; readonly anchor: Point } | null {
    return this.#asking;
  }

  /** Asks which step is to be added there, in a menu at that point of the screen. */
  ask(spot: Spot, anchor: Point): void {
    this.#asking = { spot, anchor };
  }

  /** Asks what to add beside what is selected. */
  askBeside(): void {
    const { editor, hand } = this.#parts;
    const spot = spotBeside(editor.cadence, editor.selection);
    const id = spot.type === 'port' ? spot.from : spot.type === 'edge' ? spot.edge : null;
    this.ask(spot, hand.pointBeside(id));
  }

  stopAsking(): void {
    this.#asking = null;
  }

  /** Adds a step beside what is selected. */
  addBeside(item: PaletteItem): void {
    const { editor } = this.#parts;
    this.add(item, spotBeside(editor.cadence, editor.selection));
  }

  /** Where it was dropped, in between when that was on an edge. */
  drop(item: PaletteItem, at: Position, edge: EdgeId | null): void {
    this.add(item, edge === null ? { type: 'free', at } : { type: 'edge', edge, at });
  }

  /** Adds a step there, selects it and brings it into view. */
  add(item: PaletteItem, spot: Spot): NodeId | null {
    this.stopAsking();
    const { editor, hand, announce, show } = this.#parts;
    const { file, cadence } = editor;
    const node = makeNode(item, cadence, editor.newMark());
    const words = `${titleOf(node)} ${spotWords(spot, cadence)}`.trim();
    const edit = placeEdit(file, spot, node, (each) => hand.sizeOf(each), hand.middle());
    const done = editor.do(edit, `Add ${words}`);
    if (!done.ok) {
      announce(done.error.message);
      return null;
    }
    announce(`Added ${words}.`);
    show(node.id);
    return node.id;
  }
}

import type { EdgeId, NodeId, Position } from '$lib/domain';
import { titleOf } from '$lib/drawing';
import { fits } from '../add/spot';
import { dropOnEdge, isLedTo, mayDropOn } from '../commands/drop';
import { moveSteps } from '../commands/move';
import type { Workspace } from '../desk/workspace.svelte';
import { pointOf } from '../canvas/pointer';
import { draggedItem, itemOver } from '../palette/drag';
import type { PaletteItem } from '../palette/items';
import { edgeUnder, edgeUnderNode } from './edge-under';

/** A step in the hand, and where it is held. */
interface Held {
  readonly id: NodeId;
  readonly position: Position;
}

/** Things that are dragged over the drawing: from the palette, and steps that are in it. */
export class Dropping {
  readonly #workspace: Workspace;
  #aim: (Position & { readonly words: string }) | null = $state.raw(null);

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Where what is held would go, told beside the pointer. */
  get aim(): (Position & { readonly words: string }) | null {
    return this.#aim;
  }

  /** Something comes over the drawing; says whether it may be dropped. */
  over(event: DragEvent): boolean {
    const item = itemOver();
    if (!item) return false;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.#aimAt(pointOf(event), this.#edgeFor(item, event));
    return true;
  }

  /** It goes from one thing on the drawing to another, or away; says whether it is still over it. */
  leave({ clientX, clientY, currentTarget }: DragEvent): boolean {
    const frame = currentTarget instanceof Element ? currentTarget.getBoundingClientRect() : null;
    const isInside =
      frame !== null &&
      clientX > frame.left &&
      clientX < frame.right &&
      clientY > frame.top &&
      clientY < frame.bottom;
    if (!isInside) this.#aimAt(null, null);
    return isInside;
  }

  drop(event: DragEvent): void {
    const { adding, hand } = this.#workspace;
    const item = draggedItem(event);
    this.#aimAt(null, null);
    if (!item) return;
    event.preventDefault();
    adding.drop(item, hand.placeAt(pointOf(event)), this.#edgeFor(item, event));
  }

  /** Steps are dragged: the connection that a single one would be inserted on lights up. */
  drag(held: readonly Held[], pointer: Position): void {
    const only = held.length === 1 ? held[0] : undefined;
    this.#aimAt(pointer, only ? this.#targetOf(pointer, only.id) : null);
  }

  /** Steps are let go: where they are now, or on a connection. */
  letGo(held: readonly Held[]): void {
    const only = held.length === 1 ? held[0] : undefined;
    if (only && this.#insert(only)) return;
    const { editor } = this.#workspace;
    const positions: Record<NodeId, Position> = {};
    for (const { id, position } of held) {
      const before = editor.file.layout.positions[id];
      const next = { x: Math.round(position.x), y: Math.round(position.y) };
      if (before?.x !== next.x || before.y !== next.y) positions[id] = next;
    }
    if (Object.keys(positions).length > 0) editor.do(moveSteps(editor.file, positions));
  }

  /** Says whether it was inserted on a connection. */
  #insert({ id, position: place }: Held): boolean {
    const { edges, editor, hand, announce } = this.#parts();
    const edge = edges.target;
    this.#aimAt(null, null);
    const node = editor.node(id);
    if (edge === null || !node) return false;
    const size = hand.sizeOf(node);
    const middle = { x: place.x + size.width / 2, y: place.y + size.height / 2 };
    const edit = dropOnEdge(editor.file, node.id, edge, middle, (each) => hand.sizeOf(each));
    if (!edit) return false;
    const words = this.#ends(edge);
    const done = editor.do(edit, `Put ${titleOf(node)} ${words}`);
    if (done.ok) announce(`Put ${titleOf(node)} ${words}.`);
    return done.ok;
  }

  #aimAt(pointer: Position | null, edge: EdgeId | null): void {
    this.#workspace.edges.target = edge;
    this.#aim = pointer && edge !== null ? { ...pointer, words: `Put ${this.#ends(edge)}` } : null;
  }

  #edgeFor(item: PaletteItem, event: DragEvent): EdgeId | null {
    const { cadence } = this.#workspace.editor;
    return edgeUnder(event.clientX, event.clientY, (edge) =>
      fits(item, { type: 'edge', edge }, cadence)
    );
  }

  #parts() {
    const workspace = this.#workspace;
    const { edges, editor, hand } = workspace;
    return { edges, editor, hand, announce: (words: string) => workspace.announce(words) };
  }

  /** A step that leads come to already must be right on the line; a loose one may be near it. */
  #targetOf(pointer: Position, id: NodeId): EdgeId | null {
    const { cadence } = this.#workspace.editor;
    const may = (edge: EdgeId) => mayDropOn(cadence, id, edge);
    if (isLedTo(cadence, id)) return edgeUnder(pointer.x, pointer.y, may);
    return edgeUnderNode(pointer, id, may);
  }

  #ends(id: EdgeId): string {
    const { editor } = this.#workspace;
    const edge = editor.cadence.edges.find((each) => each.id === id);
    const name = (node: NodeId | undefined) => {
      const found = node === undefined ? undefined : editor.node(node);
      return found ? titleOf(found) : 'a step';
    };
    return `between ${name(edge?.from)} and ${name(edge?.to)}`;
  }
}

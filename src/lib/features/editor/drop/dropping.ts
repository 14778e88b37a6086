import type { EdgeId, NodeId, Position } from '$lib/domain';
import { titleOf } from '$lib/drawing';
import { fits } from '../add/spot';
import { dropOnEdge, isLedTo, mayDropOn } from '../commands/drop';
import type { Workspace } from '../desk/workspace.svelte';
import { draggedItem, itemOver } from '../palette/drag';
import { edgeUnder, edgeUnderNode } from './edge-under';

/** Things that are dragged over the drawing: from the palette, and steps that are in it. */
export class Dropping {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Something comes over the drawing; says whether it may be dropped. */
  over(event: DragEvent): boolean {
    const item = itemOver();
    if (!item) return false;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    const { edges, editor } = this.#workspace;
    edges.target = edgeUnder(event.clientX, event.clientY, (edge) =>
      fits(item, { type: 'edge', edge }, editor.cadence)
    );
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
    if (!isInside) this.#workspace.edges.target = null;
    return isInside;
  }

  drop(event: DragEvent): void {
    const { edges, adding, hand } = this.#workspace;
    const item = draggedItem(event);
    const edge = edges.target;
    edges.target = null;
    if (!item) return;
    event.preventDefault();
    adding.drop(item, hand.placeAt({ x: event.clientX, y: event.clientY }), edge);
  }

  /** A step is dragged: the connection it would be inserted on lights up. */
  drag(pointer: Position, id: NodeId | null): void {
    const { edges } = this.#workspace;
    edges.target = id === null ? null : this.#targetOf(pointer, id);
  }

  /** A step is let go; says whether it was inserted on a connection. */
  release(id: NodeId | null, place: Position): boolean {
    const { edges, editor, hand, announce } = this.#parts();
    const edge = edges.target;
    edges.target = null;
    const node = id === null ? undefined : editor.node(id);
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

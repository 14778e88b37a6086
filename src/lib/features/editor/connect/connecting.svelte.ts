import type { Connection } from '@xyflow/svelte';
import { canConnect, type CadenceEdge, type EdgeId, type NodeId } from '$lib/domain';
import type { CanvasModel } from '../canvas/canvas-model.svelte';
import { connectEdit, connectLabel, whyNot } from '../commands/connect';
import { mayReconnect, reconnectEdit, type Ends } from '../commands/reconnect';
import type { Workspace } from '../desk/workspace.svelte';

/** The end of a connection that stays while it is drawn. */
interface Fixed {
  readonly nodeId: string | null;
  readonly handleId: string | null;
  readonly handleType: 'source' | 'target' | null;
}

/** A connection as the canvas library has it. */
interface Drawn {
  readonly source: NodeId;
  readonly sourceHandle?: string | null | undefined;
  readonly target: NodeId;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Drawing connections, moving their ends, and saying why one may not end here. */
export class Connecting {
  readonly #workspace: Workspace;
  readonly #model: CanvasModel;
  #fixed: Fixed | null = null;
  /** The connection whose end is being moved. */
  #moving: EdgeId | null = null;
  #refusal: (Point & { readonly words: string }) | null = $state.raw(null);

  constructor(workspace: Workspace, model: CanvasModel) {
    this.#workspace = workspace;
    this.#model = model;
  }

  /** Why the step under the pointer cannot be connected, and where the pointer is. */
  get refusal(): (Point & { readonly words: string }) | null {
    return this.#refusal;
  }

  /** An end of a connection is taken up. */
  take(edge: EdgeId): void {
    this.#moving = edge;
  }

  start(fixed: Fixed): void {
    this.#fixed = fixed;
    const { nodeId, handleId, handleType } = fixed;
    if (nodeId === null || handleId === null) return;
    if (handleType === 'source') this.#model.startDrawing(nodeId, handleId);
    else this.#model.startDrawingBack(nodeId, this.#moving);
  }

  /** Whether the connection that is being drawn may be let go here. */
  isValid(way: Drawn): boolean {
    const ends = endsOf(way);
    return ends !== null && this.#mayLead(ends) === true;
  }

  /** A new connection was drawn. */
  connect(way: Connection): void {
    const { editor } = this.#workspace;
    const ends = endsOf(way);
    const edit = ends && connectEdit(editor.cadence, ends.from, ends.port, ends.to);
    if (!ends || !edit) return;
    const label = connectLabel(editor.cadence, ends.from, ends.to);
    if (editor.do(edit, label).ok) this.#workspace.announce(`${label}: done.`);
  }

  /** An end of a connection was let go on a port. */
  reconnect(way: Drawn): void {
    const { editor } = this.#workspace;
    const ends = endsOf(way);
    const edit = ends && this.#moving && reconnectEdit(editor.cadence, this.#moving, ends);
    if (!ends || !edit) return;
    const label = `Reconnect: ${connectLabel(editor.cadence, ends.from, ends.to)}`;
    const before = new Set(editor.cadence.edges.map(({ id }) => id));
    if (!editor.do(edit, label).ok) return;
    const made = editor.cadence.edges.find(({ id }) => !before.has(id));
    editor.selection.set([], made ? [made.id] : []);
    this.#workspace.announce(`${label}: done.`);
  }

  /** The pointer moves while a connection is drawn. */
  move({ x, y }: Point): void {
    const words = this.#fixed && this.#whyNotAt({ x, y });
    this.#refusal = words == null ? null : { x, y, words };
  }

  /** The connection was let go: on the drawing itself it asks what is to come there. */
  end(point: Point | null, isConnected: boolean): void {
    const fixed = this.#fixed;
    const wasMoving = this.#moving !== null;
    const refusal = this.#refusal?.words;
    this.#fixed = null;
    this.#moving = null;
    this.#refusal = null;
    this.#model.stopDrawing();
    if (isConnected || !fixed || !point) return;
    if (refusal !== undefined) this.#workspace.announce(refusal);
    else if (!wasMoving && isVoid(point)) this.#ask(fixed, point);
  }

  /** A port was clicked: asks what is to come there. */
  click({ target }: MouseEvent): void {
    const port = target instanceof Element ? target.closest('.svelte-flow__handle.source') : null;
    const from = port?.getAttribute('data-nodeid');
    const id = port?.getAttribute('data-handleid');
    if (!port || !from || !id) return;
    const box = port.getBoundingClientRect();
    const spot = { type: 'port', from, port: id } as const;
    this.#workspace.adding.ask(spot, { x: box.right + 12, y: box.bottom + 12 });
  }

  #ask({ nodeId, handleId, handleType }: Fixed, point: Point): void {
    if (nodeId === null || handleId === null) return;
    const { adding, hand } = this.#workspace;
    const at = hand.placeAt(point);
    if (handleType === 'source')
      adding.ask({ type: 'port', from: nodeId, port: handleId, at }, point);
    else adding.ask({ type: 'before', to: nodeId, at }, point);
  }

  #mayLead(ends: Ends): true | string {
    const { cadence } = this.#workspace.editor;
    if (this.#moving !== null) return mayReconnect(cadence, this.#moving, ends);
    // Drawn backwards, a connection takes only a free way out.
    if (this.#fixed?.handleType === 'target')
      return canConnect(cadence, ends.from, ends.port, ends.to);
    return whyNot(cadence, ends.from, ends.port, ends.to) ?? true;
  }

  #whyNotAt(point: Point): string | null {
    const id = nodeUnder(point);
    const fixed = this.#fixed;
    if (id === null || !fixed?.nodeId || !fixed.handleId) return null;
    if (this.#model.isLegal(id)) return null;
    const { cadence } = this.#workspace.editor;
    if (fixed.handleType === 'source') {
      const ends = { from: fixed.nodeId, port: fixed.handleId, to: id };
      // Back where it began is no mistake.
      if (id === fixed.nodeId && this.#moving === null) return null;
      const answer = this.#mayLead(ends);
      return answer === true ? null : answer;
    }
    if (id === fixed.nodeId) return null;
    return whyNotBack(cadence, id, fixed.nodeId);
  }
}

function whyNotBack(cadence: Parameters<typeof canConnect>[0], from: NodeId, to: NodeId): string {
  const answer = canConnect(cadence, from, '', to);
  const taken = cadence.edges.some((edge: CadenceEdge) => edge.from === from);
  if (taken && answer === 'That step has no such way out.')
    return 'Its ways out are all connected.';
  return answer === true ? '' : answer;
}

function endsOf(way: Drawn): Ends | null {
  return way.sourceHandle ? { from: way.source, port: way.sourceHandle, to: way.target } : null;
}

function nodeUnder({ x, y }: Point): NodeId | null {
  const node = document.elementFromPoint(x, y)?.closest('.svelte-flow__node');
  return node?.getAttribute('data-id') ?? null;
}

function isVoid({ x, y }: Point): boolean {
  const element = document.elementFromPoint(x, y);
  return element?.closest('.svelte-flow__pane') != null && !element.closest('.svelte-flow__node');
}

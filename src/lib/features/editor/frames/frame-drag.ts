import type { Frame, NodeId, Position } from '$lib/domain';
import type { CanvasModel } from '../canvas/canvas-model.svelte';
import { moveSteps } from '../commands/move';
import type { Workspace } from '../desk/workspace.svelte';

/** Pointers that move less than this have clicked; pixels. */
const CLICK = 3;

/** Drags a frame by its title: all its steps move along, as one step of undo. */
export class FrameDrag {
  readonly #workspace: Workspace;
  readonly #model: CanvasModel;
  #from: { readonly frame: Frame; readonly at: Position; readonly places: Places } | null = null;
  #isMoving = false;

  constructor(workspace: Workspace, model: CanvasModel) {
    this.#workspace = workspace;
    this.#model = model;
  }

  start(frame: Frame, event: PointerEvent): void {
    if (event.button !== 0 || !(event.currentTarget instanceof Element)) return;
    const { positions } = this.#workspace.editor.file.layout;
    const places = frame.nodes.flatMap((id): [NodeId, Position][] => {
      const at = positions[id];
      return at ? [[id, at]] : [];
    });
    event.currentTarget.setPointerCapture(event.pointerId);
    this.#from = { frame, at: { x: event.clientX, y: event.clientY }, places: new Map(places) };
    this.#isMoving = false;
  }

  move(event: PointerEvent): void {
    if (!this.#from) return;
    const { at } = this.#from;
    this.#isMoving ||= Math.hypot(event.clientX - at.x, event.clientY - at.y) > CLICK;
    if (this.#isMoving) this.#model.hold(this.#moved(event));
  }

  /** Whether it was a drag; a click is left to be heard. */
  end(event: PointerEvent): boolean {
    const from = this.#from;
    const moved = this.#moved(event);
    this.#from = null;
    if (!from || !this.#isMoving) return false;
    this.#model.letGo();
    const { editor } = this.#workspace;
    editor.do(moveSteps(editor.file, Object.fromEntries(moved)), `Move frame ${from.frame.name}`);
    return true;
  }

  cancel(): void {
    if (this.#from && this.#isMoving) this.#model.letGo();
    this.#from = null;
  }

  #moved(event: PointerEvent): Places {
    const { at = { x: 0, y: 0 }, places = new Map<NodeId, Position>() } = this.#from ?? {};
    const { hand } = this.#workspace;
    const start = hand.placeAt(at);
    const now = hand.placeAt({ x: event.clientX, y: event.clientY });
    return new Map(
      [...places].map(([id, { x, y }]) => [
        id,
        { x: Math.round(x + now.x - start.x), y: Math.round(y + now.y - start.y) }
      ])
    );
  }
}

type Places = ReadonlyMap<NodeId, Position>;

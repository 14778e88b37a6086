import { getViewportForBounds, type Viewport } from '@xyflow/svelte';
import type { NodeId } from '$lib/domain';
import type { Size } from '$lib/layout';
import { prefersReducedMotion } from '../canvas/animate';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GLIDE = 200;
/** Names can be read from this zoom on. */
const READABLE = 0.7;

/** Which part of the drawing is seen: the same part on two canvases side by side. */
export class Viewing {
  #viewport: Viewport = $state.raw({ x: 0, y: 0, zoom: 1 });
  #frame: Size = { width: 0, height: 0 };
  #glide = 0;

  get viewport(): Viewport {
    return this.#viewport;
  }

  set viewport(viewport: Viewport) {
    cancelAnimationFrame(this.#glide);
    this.#viewport = viewport;
  }

  /** How large each canvas is on screen. */
  set frame(frame: Size) {
    this.#frame = frame;
  }

  /** All of it; nothing happens before there is a canvas. */
  fit(boxes: Iterable<Box>): void {
    const bounds = around(boxes);
    const { width, height } = this.#frame;
    if (!bounds || width === 0 || height === 0) return;
    this.viewport = getViewportForBounds(bounds, width, height, 0.1, 1, '24px');
  }

  /** Brings a step to the middle. */
  show(id: NodeId, boxes: ReadonlyMap<NodeId, Box>): void {
    const box = boxes.get(id);
    const { width, height } = this.#frame;
    if (!box || width === 0) return;
    const zoom = Math.max(this.#viewport.zoom, READABLE);
    this.#glideTo({
      x: width / 2 - (box.x + box.width / 2) * zoom,
      y: height / 2 - (box.y + box.height / 2) * zoom,
      zoom
    });
  }

  #glideTo(to: Viewport): void {
    cancelAnimationFrame(this.#glide);
    if (prefersReducedMotion()) {
      this.#viewport = to;
      return;
    }
    const from = this.#viewport;
    let start: number | null = null;
    const step = (now: number) => {
      start ??= now;
      const part = Math.min(1, (now - start) / GLIDE);
      const ease = 1 - (1 - part) ** 3;
      const at = (key: keyof Viewport) => from[key] + (to[key] - from[key]) * ease;
      this.#viewport = { x: at('x'), y: at('y'), zoom: at('zoom') };
      if (part < 1) this.#glide = requestAnimationFrame(step);
    };
    this.#glide = requestAnimationFrame(step);
  }
}

function around(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

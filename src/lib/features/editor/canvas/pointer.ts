import type { Position } from '$lib/domain';

/** Where on the screen a press, of mouse or finger, is. */
export function pointOf(event: MouseEvent | TouchEvent): Position {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY };
  const touch = event.touches[0] ?? event.changedTouches[0];
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}

/** What of the drawing an element belongs to. */
export function drawnAt(target: EventTarget | null): {
  readonly type: 'node' | 'edge' | 'canvas';
  readonly id: string;
} {
  const element = target instanceof Element ? target : null;
  const part = element?.closest('.svelte-flow__node, .svelte-flow__edge, [data-edge]');
  const id = part?.getAttribute('data-edge') ?? part?.getAttribute('data-id');
  if (!part || id == null) return { type: 'canvas', id: '' };
  return { type: part.classList.contains('svelte-flow__node') ? 'node' : 'edge', id };
}

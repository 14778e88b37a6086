import type { EdgeId } from '$lib/domain';

/** The connection under a point of the screen, whatever lies over it; null without one. */
export function edgeUnder(x: number, y: number): EdgeId | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const edge = element.closest('.svelte-flow__edge');
    if (edge) return edge.getAttribute('data-id');
  }
  return null;
}

/** The same for what is dragged: the connection under the pointer, else that under its own middle. */
export function edgeUnderNode(pointer: { x: number; y: number }, id: string): EdgeId | null {
  const direct = edgeUnder(pointer.x, pointer.y);
  if (direct !== null) return direct;
  const box = document
    .querySelector(`.svelte-flow__node[data-id="${id}"]`)
    ?.getBoundingClientRect();
  return box ? edgeUnder(box.x + box.width / 2, box.y + box.height / 2) : null;
}

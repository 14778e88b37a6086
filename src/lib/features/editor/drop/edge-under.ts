import type { EdgeId } from '$lib/domain';

type Test = (id: EdgeId) => boolean;

/** The first connection under a point of the screen that passes, whatever lies over it; null without one. */
export function edgeUnder(x: number, y: number, passes: Test): EdgeId | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest('.svelte-flow__edge')?.getAttribute('data-id');
    if (id != null && passes(id)) return id;
  }
  return null;
}

/** The same for a step that is dragged: under the pointer, else under its own middle. */
export function edgeUnderNode(
  pointer: { readonly x: number; readonly y: number },
  node: string,
  passes: Test
): EdgeId | null {
  const direct = edgeUnder(pointer.x, pointer.y, passes);
  if (direct !== null) return direct;
  const box = document
    .querySelector(`.svelte-flow__node[data-id="${node}"]`)
    ?.getBoundingClientRect();
  return box ? edgeUnder(box.x + box.width / 2, box.y + box.height / 2, passes) : null;
}

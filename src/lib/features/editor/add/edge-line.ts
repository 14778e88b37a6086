import type { EdgeId } from '$lib/domain';

/** A connection as it is drawn, and a free place on it, in units of the drawing. */
export interface Line {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** Shares of the way at which a tool may stand, best first: not on the name of the way. */
const SHARES = [0.5, 0.62, 0.74, 0.38, 0.84, 0.26];
const CLEAR = 14;

/** How a connection is drawn now; null while it is not. */
export function lineOf(id: EdgeId): Line | null {
  const edge = document.querySelector(`.svelte-flow__edge[data-id="${id}"]`);
  const path = edge?.querySelector<SVGPathElement>('.svelte-flow__edge-path');
  const d = path?.getAttribute('d');
  if (!path || !d) return null;
  const length = path.getTotalLength();
  const labels = [...document.querySelectorAll(`.svelte-flow__edge-labels [data-way="${id}"]`)].map(
    (label) => label.getBoundingClientRect()
  );
  const matrix = path.getScreenCTM();
  const covered = (point: DOMPoint) => {
    const { x, y } = matrix ? point.matrixTransform(matrix) : point;
    return labels.some(
      (box) =>
        x > box.left - CLEAR &&
        x < box.right + CLEAR &&
        y > box.top - CLEAR &&
        y < box.bottom + CLEAR
    );
  };
  const places = SHARES.map((share) => path.getPointAtLength(length * share));
  const { x, y } = places.find((place) => !covered(place)) ?? (places[0] as DOMPoint);
  return { path: d, x, y };
}

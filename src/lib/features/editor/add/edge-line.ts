import type { EdgeLine } from '$lib/drawing';

/** Shares of the way at which a tool may stand, best first: not on the name of the way. */
const SHARES = [0.5, 0.62, 0.74, 0.38, 0.84, 0.26];
const CLEAR = 14;

/** A free place on a connection as it is drawn. */
export function placeOn({ path, label }: Pick<EdgeLine, 'path' | 'label'>): {
  x: number;
  y: number;
} {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  const length = line.getTotalLength();
  const places = SHARES.map((share) => line.getPointAtLength(length * share));
  const isFree = ({ x, y }: { x: number; y: number }) =>
    !label ||
    x < label.x - CLEAR ||
    x > label.x + label.width + CLEAR ||
    y < label.y - CLEAR ||
    y > label.y + label.height + CLEAR;
  const { x, y } = places.find(isFree) ?? (places[0] as DOMPoint);
  return { x, y };
}

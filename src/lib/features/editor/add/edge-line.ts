import type { EdgeLine } from '$lib/drawing';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Shares of the way at which a tool may stand, best first: not on the name of the way. */
const SHARES = [0.5, 0.62, 0.74, 0.38, 0.84, 0.26];
const CLEAR = 14;
/** On the screen: a shorter line would be hidden by a tool in its middle, which stands beside it. */
const SHORT = 56;
const BESIDE = 17;

/** A free place on a connection as it is drawn, or beside one that is short. */
export function placeOn({ path, label }: Pick<EdgeLine, 'path' | 'label'>, zoom: number): Point {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  const length = line.getTotalLength();
  const at = (share: number) => line.getPointAtLength(length * share);
  if (length * zoom < SHORT && !label) return beside(at(0.4), at(0.5), at(0.6), BESIDE / zoom);
  const places = SHARES.map(at);
  const isFree = ({ x, y }: Point) =>
    !label ||
    x < label.x - CLEAR ||
    x > label.x + label.width + CLEAR ||
    y < label.y - CLEAR ||
    y > label.y + label.height + CLEAR;
  const { x, y } = places.find(isFree) ?? at(0.5);
  return { x, y };
}

/** To the right of a line that runs down, above one that runs across. */
function beside(before: Point, { x, y }: Point, after: Point, by: number): Point {
  const across = Math.abs(after.x - before.x) > Math.abs(after.y - before.y);
  return across ? { x, y: y - by } : { x: x + by, y };
}

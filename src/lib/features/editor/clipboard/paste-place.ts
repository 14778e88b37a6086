import type { CadenceFile, CopiedSteps, Position } from '$lib/domain';
import type { SizeOf } from '../commands/room';

/** Each further copy lies this much off the one before. */
const STEP = 24;
const MOST_TRIES = 1000;

/** The middle of the box around copied steps. */
export function middleOf({ nodes, positions }: CopiedSteps, sizeOf: SizeOf): Position {
  const boxes = nodes.flatMap((node) => {
    const at = positions[node.id];
    return at ? [{ ...at, ...sizeOf(node) }] : [];
  });
  if (boxes.length === 0) return { x: 0, y: 0 };
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** How far copies are moved: as wanted, and farther until none hides a step exactly. */
export function freeOffset(
  { layout }: CadenceFile,
  { nodes, positions }: CopiedSteps,
  wanted: Position
): Position {
  const taken = new Set(Object.values(layout.positions).map(({ x, y }) => `${x} ${y}`));
  let by = { x: Math.round(wanted.x), y: Math.round(wanted.y) };
  const hides = () =>
    nodes.some(({ id }) => {
      const at = positions[id];
      return at && taken.has(`${Math.round(at.x + by.x)} ${Math.round(at.y + by.y)}`);
    });
  // So far out that nothing moves by a step, nothing would ever be free.
  for (let tries = 0; tries < MOST_TRIES && hides(); tries++) {
    by = { x: by.x + STEP, y: by.y + STEP };
  }
  return by;
}

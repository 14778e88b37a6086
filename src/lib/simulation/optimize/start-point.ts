import type { Dimension, Point, Setting, Values } from './space';

/** The choice that the start itself is; null: it is none of them. */
export function startPoint(space: readonly Dimension[], values: Values): Point | null {
  const point = space.map(({ name, values: settings }) =>
    settings.findIndex((setting) => isSame(setting, values[name]))
  );
  return point.includes(-1) ? null : point;
}

function isSame(a: Setting, b: Setting | undefined): boolean {
  if (typeof a === 'number' || typeof b !== 'object') return a === b;
  return a.amount === b.amount && a.unit === b.unit;
}

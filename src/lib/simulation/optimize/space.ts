import type { Duration } from '$lib/domain';
import { hashText, mix } from '$lib/engine';

/** What a parameter is set to: a length of time, or a figure of the scenario. */
export type Setting = number | Duration;

/** Settings by the names of dimensions. */
export type Values = Readonly<Record<string, Setting>>;

/** One thing that may be chosen, and what it may be, in order. */
export interface Dimension {
  readonly name: string;
  readonly values: readonly Setting[];
}

/** A choice: the place of its value in each dimension. */
export type Point = readonly number[];

/** How many choices there are. */
export function sizeOf(space: readonly Dimension[]): number {
  return space.reduce((size, { values }) => size * values.length, 1);
}

export function valuesAt(space: readonly Dimension[], point: Point): Values {
  const entries = space.map(({ name, values }, place) => [name, values[point[place] ?? 0] ?? 0]);
  return Object.fromEntries(entries) as Values;
}

/**
 * Every choice where there are at most `most`, else so many that are spread evenly in each dimension
 * (M. D. McKay, R. J. Beckman and W. J. Conover's Latin hypercube, 1979), seeded; those alike once.
 */
export function candidatesOf(
  space: readonly Dimension[],
  most: number,
  seed: number
): readonly Point[] {
  if (sizeOf(space) <= most) return grid(space);
  const columns = space.map(({ values }, place) => {
    const order = shuffled(most, mix(hashText(String(seed)) + Math.imul(place + 1, 0x9e3779b1)));
    return order.map((row) => Math.floor(((row + 0.5) * values.length) / most));
  });
  const points = Array.from({ length: most }, (_, row) =>
    columns.map((column) => column[row] ?? 0)
  );
  return distinct(points);
}

/** The choices one step away in one dimension. */
export function neighborsOf(space: readonly Dimension[], point: Point): readonly Point[] {
  return space.flatMap(({ values }, place) => {
    const at = point[place] ?? 0;
    return [at - 1, at + 1]
      .filter((next) => next >= 0 && next < values.length)
      .map((next) => point.map((each, other) => (other === place ? next : each)));
  });
}

export function samePoint(a: Point, b: Point): boolean {
  return a.length === b.length && a.every((value, place) => value === b[place]);
}

function grid(space: readonly Dimension[]): readonly Point[] {
  return space.reduce<readonly Point[]>(
    (points, { values }) => points.flatMap((point) => values.map((_, at) => [...point, at])),
    [[]]
  );
}

function distinct(points: readonly Point[]): readonly Point[] {
  const seen = new Set<string>();
  return points.filter((point) => {
    const key = point.join();
    return seen.has(key) ? false : seen.add(key);
  });
}

/** 0 to length - 1 in an order that the key alone decides. */
function shuffled(length: number, key: number): readonly number[] {
  const order = Array.from({ length }, (_, place) => place);
  for (let last = length - 1; last > 0; last--) {
    const other = (mix(key + Math.imul(last, 0x85ebca77)) >>> 0) % (last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}

import type { Comparison, Condition, Scalar } from '$lib/domain';
import type { Fact } from '../1-resolve/parse-fact';
import { namedFact, possibleValues } from './fact-domain';
import { both, isEmptySet, notIn, valuesOf, type ValueSet } from './value-set';

/** What one fact may be; facts that are not in a box may be anything. */
export interface BoxSide {
  readonly fact: Fact | null;
  readonly values: ValueSet;
}

/** A way for a condition to hold: each fact, by its key, is within its set. */
export type Box = ReadonlyMap<string, BoxSide>;

/** Conditions with more ways than this are not looked into. */
const MOST_BOXES = 64;

/** Narrows what a fact can be, beyond what its type says. */
export type Narrow = (fact: Fact, values: ValueSet) => ValueSet;

const AS_IS: Narrow = (_, values) => values;

/**
 * The ways in which all of the conditions hold and none of the others; null when there are too many
 * to look into. Facts are taken as independent of one another, so no way at all means: never.
 */
export function waysToHold(
  all: readonly Condition[],
  none: readonly Condition[] = [],
  narrow: Narrow = AS_IS
): readonly Box[] | null {
  return conjunction([
    ...all.map((one) => boxesOf(one, false, narrow)),
    ...none.map((one) => boxesOf(one, true, narrow))
  ]);
}

/** Those of the ways that are left when a condition does not hold; null when there are too many. */
export function waysWithout(ways: readonly Box[], condition: Condition): readonly Box[] | null {
  return conjunction([ways, boxesOf(condition, true, AS_IS)]);
}

/** Whether a condition can hold in one of the ways. */
export function canHoldIn(ways: readonly Box[], condition: Condition): boolean {
  return conjunction([ways, boxesOf(condition, false, AS_IS)])?.length !== 0;
}

/** Every way there is. */
export const ALL_WAYS: readonly Box[] = [new Map()];

type Boxes = readonly Box[] | null;

function boxesOf(condition: Condition, negated: boolean, narrow: Narrow): Boxes {
  const parts = Object.entries(condition).map(([key, value]: [string, unknown]) =>
    partOf(key, value, negated, narrow)
  );
  return negated ? disjunction(parts) : conjunction(parts);
}

function partOf(key: string, value: unknown, negated: boolean, narrow: Narrow): Boxes {
  const inner = (flip: boolean) =>
    (value as readonly Condition[]).map((one) => boxesOf(one, flip, narrow));
  switch (key) {
    case '$and':
      return negated ? disjunction(inner(true)) : conjunction(inner(false));
    case '$or':
      return negated ? conjunction(inner(true)) : disjunction(inner(false));
    case '$nor':
      return negated ? disjunction(inner(false)) : conjunction(inner(true));
    case '$not':
      return boxesOf(value as Condition, !negated, narrow);
    default:
      return comparison(key, value as Scalar | Comparison, negated, narrow);
  }
}

function comparison(
  text: string,
  test: Scalar | Comparison,
  negated: boolean,
  narrow: Narrow
): Boxes {
  const { key, fact } = namedFact(text);
  const wanted = negated ? notIn(valuesOf(test)) : valuesOf(test);
  const possible = possibleValues(fact, wanted);
  const values = fact ? narrow(fact, possible) : possible;
  return isEmptySet(values) ? [] : [new Map([[key, { fact, values }]])];
}

function disjunction(parts: readonly Boxes[]): Boxes {
  const known = parts.filter((part) => part !== null);
  const boxes = known.flat();
  return known.length < parts.length || boxes.length > MOST_BOXES ? null : boxes;
}

function conjunction(parts: readonly Boxes[]): Boxes {
  // One part that never holds settles it, whatever the others are.
  if (parts.some((part) => part?.length === 0)) return [];
  let boxes = ALL_WAYS;
  for (const part of parts) {
    if (part === null || boxes.length * part.length > 16 * MOST_BOXES) return null;
    boxes = boxes.flatMap((one) => part.flatMap((other) => meet(one, other) ?? []));
    if (boxes.length > MOST_BOXES) return null;
  }
  return boxes;
}

/** Null when the two are never true at once. Their sides are possible, so what they share is as well. */
function meet(a: Box, b: Box): Box | null {
  const box = new Map(a);
  for (const [key, side] of b) {
    const before = box.get(key);
    const values = before ? both(before.values, side.values) : side.values;
    if (before && isEmptySet(values)) return null;
    box.set(key, { fact: side.fact, values });
  }
  return box;
}

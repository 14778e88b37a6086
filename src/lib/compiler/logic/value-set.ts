import { COMPARISON_OPERATORS, type Comparison, type Scalar } from '$lib/domain';
import { complement, everything, intersect, only, type Ranges } from './ranges';

/** A set of values that a fact can have. */
export interface ValueSet {
  /** Whether null is in it: not known. */
  readonly nothing: boolean;
  readonly yes: boolean;
  readonly no: boolean;
  readonly numbers: Ranges<number>;
  readonly texts: Ranges<string>;
}

export const NO_VALUE: ValueSet = { nothing: false, yes: false, no: false, numbers: [], texts: [] };

export const ANY_VALUE: ValueSet = notIn(NO_VALUE);

export function both(a: ValueSet, b: ValueSet): ValueSet {
  return {
    nothing: a.nothing && b.nothing,
    yes: a.yes && b.yes,
    no: a.no && b.no,
    numbers: intersect(a.numbers, b.numbers),
    texts: intersect(a.texts, b.texts)
  };
}

export function notIn(set: ValueSet): ValueSet {
  return {
    nothing: !set.nothing,
    yes: !set.yes,
    no: !set.no,
    numbers: complement(set.numbers),
    texts: complement(set.texts)
  };
}

export function isEmptySet({ nothing, yes, no, numbers, texts }: ValueSet): boolean {
  return !nothing && !yes && !no && numbers.length === 0 && texts.length === 0;
}

/** The values for which a comparison holds, as the engine compares. */
export function valuesOf(test: Scalar | Comparison): ValueSet {
  if (typeof test !== 'object' || test === null) return exactly(test);
  return COMPARISON_OPERATORS.flatMap((op) => setOf(op, test) ?? []).reduce(both, ANY_VALUE);
}

function setOf(op: keyof Comparison, test: Comparison): ValueSet | null {
  if (test[op] === undefined) return null;
  switch (op) {
    case '$eq':
      return exactly(test.$eq ?? null);
    case '$ne':
      return notIn(exactly(test.$ne ?? null));
    case '$in':
      return oneOf(test.$in ?? []);
    case '$nin':
      return notIn(oneOf(test.$nin ?? []));
    case '$exists': {
      const unknown = { ...NO_VALUE, nothing: true };
      return test.$exists ? notIn(unknown) : unknown;
    }
    default:
      return beyond(op, test[op]);
  }
}

function exactly(value: Scalar): ValueSet {
  switch (typeof value) {
    case 'number':
      return { ...NO_VALUE, numbers: only(value) };
    case 'string':
      return { ...NO_VALUE, texts: only(value) };
    case 'boolean':
      return { ...NO_VALUE, yes: value, no: !value };
    default:
      return { ...NO_VALUE, nothing: true };
  }
}

function oneOf(values: readonly Scalar[]): ValueSet {
  return notIn(values.map((value) => notIn(exactly(value))).reduce(both, ANY_VALUE));
}

type Order = '$gt' | '$gte' | '$lt' | '$lte';

/** Numbers are ordered with numbers, texts with texts. */
function beyond(op: Order, bound: string | number | undefined): ValueSet {
  if (typeof bound === 'number') return { ...NO_VALUE, numbers: rangesOf(op, bound) };
  return bound === undefined ? ANY_VALUE : { ...NO_VALUE, texts: rangesOf(op, bound) };
}

function rangesOf<T extends string | number>(op: Order, bound: T): Ranges<T> {
  switch (op) {
    case '$gt':
      return [{ from: bound, openFrom: true }];
    case '$gte':
      return [{ from: bound }];
    case '$lt':
      return [{ to: bound, openTo: true }];
    default:
      return [{ to: bound }];
  }
}

/** Every number; used for facts that are numbers. */
export const NUMBERS: ValueSet = { ...NO_VALUE, numbers: everything() };
export const TEXTS: ValueSet = { ...NO_VALUE, texts: everything() };

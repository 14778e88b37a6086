import { canonicalJson } from '$lib/util';
import { parseFact, type Fact } from '../1-resolve/parse-fact';
import { wholeNumbers } from './ranges';
import { ANY_VALUE, NO_VALUE, NUMBERS, TEXTS, both, type ValueSet } from './value-set';

/** A fact of a condition under the one name that all its spellings share. */
export interface NamedFact {
  readonly key: string;
  /** Null when it is no known fact. */
  readonly fact: Fact | null;
}

export function namedFact(text: string): NamedFact {
  const parsed = parseFact(text);
  return parsed.ok
    ? { key: canonicalJson(parsed.value), fact: parsed.value }
    : { key: text, fact: null };
}

/** Those of the values that the fact can have at all. */
export function possibleValues(fact: Fact | null, values: ValueSet): ValueSet {
  const possible = both(values, domainOf(fact));
  return isCounted(fact) ? { ...possible, numbers: wholeNumbers(possible.numbers) } : possible;
}

function isCounted(fact: Fact | null): boolean {
  switch (fact?.type) {
    case 'count':
    case 'visits':
    case 'enrollments':
    case 'since':
      return true;
    default:
      return false;
  }
}

/** Fields of a lead may hold anything, whatever they should hold. */
function domainOf(fact: Fact | null): ValueSet {
  switch (fact?.type) {
    case 'count':
    case 'visits':
    case 'enrollments':
      return NUMBERS;
    case 'since':
      return { ...NUMBERS, nothing: fact.what !== 'enrolled' };
    case 'seen':
    case 'done':
      return { ...NO_VALUE, yes: true, no: true };
    case 'lastDisposition':
    case 'stepDisposition':
    case 'stage':
      return { ...TEXTS, nothing: true };
    default:
      return ANY_VALUE;
  }
}

import { canonicalJson } from '$lib/util';
import type { Fact } from '../1-resolve/parse-fact';
import { wholeNumbers } from './ranges';
import type { Box, Narrow } from './satisfiable';
import { NO_VALUE, both } from './value-set';

/** What a fact is at least, by its key; for what is true or not, 1 is true. Absent facts are 0. */
export type Sure = ReadonlyMap<string, number>;

export function keyOf(fact: Fact): string {
  return canonicalJson(fact);
}

/** What is sure when one of several things is. */
export function leastOf(all: readonly Sure[]): Sure {
  const [first, ...others] = all;
  if (!first) return new Map();
  return new Map(
    [...first].map(([key, value]) => [
      key,
      Math.min(value, ...others.map((other) => other.get(key) ?? 0))
    ])
  );
}

/** What is sure when all of them are. */
export function mostOf(all: readonly Sure[]): Sure {
  const keys = new Set(all.flatMap((sure) => [...sure.keys()]));
  return new Map([...keys].map((key) => [key, Math.max(...all.map((sure) => sure.get(key) ?? 0))]));
}

/** What the ways for a condition to hold have in common. */
export function sureOf(ways: readonly Box[] | null): Sure {
  return leastOf(
    (ways ?? []).map(
      (box) =>
        new Map(
          [...box].map(([key, { values }]) => {
            if (values.nothing || values.texts.length > 0 || values.no) return [key, 0];
            const least = Math.min(...values.numbers.map(({ from = 0 }) => from));
            return [key, values.yes ? 1 : least];
          })
        )
    )
  );
}

/** Takes away the values that are less than what is sure. */
export function atLeast(sure: Sure): Narrow {
  return (fact, values) => {
    const least = sure.get(keyOf(fact)) ?? 0;
    if (least === 0) return values;
    const numbers = wholeNumbers([{ from: least }]);
    return both(values, { ...NO_VALUE, yes: true, numbers });
  };
}

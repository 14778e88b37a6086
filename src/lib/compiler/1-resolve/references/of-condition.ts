import type { Comparison, Condition } from '$lib/domain';
import { parseFact, type Fact } from '../parse-fact';
import { mention, mentionAll, type Mention } from './reference';

/** A fact that a condition compares, with the texts it is compared with. */
export interface ComparedFact {
  readonly text: string;
  readonly fact: Fact | null;
  readonly constants: readonly string[];
}

/** Every fact of a condition, in the order it is written. */
export function comparedFactsOf(condition: Condition | undefined): ComparedFact[] {
  return Object.entries(condition ?? {}).flatMap(([key, value]: [string, unknown]) => {
    switch (key) {
      case '$and':
      case '$or':
      case '$nor':
        return (value as readonly Condition[]).flatMap(comparedFactsOf);
      case '$not':
        return comparedFactsOf(value as Condition);
      default:
        return [comparedFact(key, value)];
    }
  });
}

export function mentionsOfCondition(condition: Condition | undefined, field: string): Mention[] {
  return comparedFactsOf(condition).flatMap(({ text, fact, constants }) =>
    fact ? mentionsOfFact(fact, constants, field) : mention('fact', text, field)
  );
}

function mentionsOfFact(fact: Fact, constants: readonly string[], field: string): Mention[] {
  switch (fact.type) {
    case 'field':
      return mention('field', fact.field, field);
    case 'lastDisposition':
      return mentionAll('disposition', constants, field);
    case 'stepDisposition':
      return [
        ...mention('action', fact.node, field),
        ...mentionAll('disposition', constants, field)
      ];
    case 'done':
      return mention('action', fact.node, field);
    case 'visits':
      return mention('step', fact.node, field);
    case 'seen':
      return mention('signal', fact.signal, field);
    case 'stage':
      return mentionAll('step', constants, field);
    default:
      return [];
  }
}

function comparedFact(text: string, value: unknown): ComparedFact {
  const parsed = parseFact(text);
  return {
    text,
    fact: parsed.ok ? parsed.value : null,
    constants: constantsOf(value).filter((constant) => typeof constant === 'string')
  };
}

function constantsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  const { $eq, $ne, $in, $nin } = value as Comparison;
  return [$eq, $ne, ...($in ?? []), ...($nin ?? [])];
}

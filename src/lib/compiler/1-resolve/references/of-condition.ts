import type { Comparison, Condition } from '$lib/domain';
import { parseFact, type Fact } from '../parse-fact';
import { mention, type Mention } from './reference';

/** A fact that a condition compares, with the texts it is compared with. */
export interface ComparedFact {
  readonly text: string;
  readonly fact: Fact | null;
  readonly scope: string | null;
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
  return comparedFactsOf(condition).flatMap(({ text, fact, scope, constants }) => {
    if (!fact) return mention('fact', text, field);
    const scopes = scope === null ? [] : mention('scope', text, field);
    return [...scopes, ...mentionsOfFact(fact, constants, field)];
  });
}

function mentionsOfFact(fact: Fact, constants: readonly string[], field: string): Mention[] {
  if (fact.type === 'field') return mention('field', fact.field, field);
  if (fact.type === 'stage') return constants.flatMap((id) => mention('step', id, field));
  if (fact.type !== 'lastDisposition') return [];
  return constants.flatMap((id) => mention('disposition', id, field));
}

function comparedFact(text: string, value: unknown): ComparedFact {
  const parsed = parseFact(text);
  return {
    text,
    fact: parsed.ok ? parsed.value.fact : null,
    scope: parsed.ok ? parsed.value.scope : null,
    constants: constantsOf(value).filter((constant) => typeof constant === 'string')
  };
}

function constantsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  const { $eq, $ne, $in, $nin } = value as Comparison;
  return [$eq, $ne, ...($in ?? []), ...($nin ?? [])];
}

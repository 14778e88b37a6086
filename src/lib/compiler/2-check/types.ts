import type { Comparison, Condition, LeadField, Scalar } from '$lib/domain';
import { present } from '$lib/util';
import type { Fact } from '../1-resolve/parse-fact';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose, type Place } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { conditionsOf } from '../logic/conditions';
import { namedFact } from '../logic/fact-domain';
import { addChoice } from './add-missing';

/** CMP-121, CMP-122: facts are compared with what they can be. Told once for each fact of a condition. */
export function checkTypes(resolved: ResolvedCadence): Diagnostic[] {
  return conditionsOf(resolved).flatMap(({ when, node, field }) => {
    const where =
      node === undefined ? 'The cadence' : nameOf(present(resolved.graph.nodes.get(node), node));
    const place = node === undefined ? { field } : { node, field };
    return comparisonsOf(when).flatMap((one) => checkComparison(one, where, place, resolved));
  });
}

interface FactTest {
  readonly text: string;
  readonly values: readonly Scalar[];
  /** Values that the fact is to be before or after. */
  readonly bounds: readonly Scalar[];
}

function comparisonsOf(condition: Condition): FactTest[] {
  return Object.entries(condition).flatMap(([key, value]: [string, unknown]) => {
    if (key === '$not') return comparisonsOf(value as Condition);
    if (key.startsWith('$')) return (value as readonly Condition[]).flatMap(comparisonsOf);
    return testOf(key, value as Scalar | Comparison);
  });
}

function testOf(text: string, test: Scalar | Comparison): FactTest {
  if (typeof test !== 'object' || test === null) return { text, values: [test], bounds: [] };
  const { $eq, $ne, $in = [], $nin = [], $gt, $gte, $lt, $lte } = test;
  const given = (list: readonly (Scalar | undefined)[]) => list.filter((one) => one !== undefined);
  return {
    text,
    values: [...given([$eq, $ne]), ...$in, ...$nin],
    bounds: given([$gt, $gte, $lt, $lte])
  };
}

type Type = 'number' | 'text' | 'boolean' | 'date';

function checkComparison(
  { text, values, bounds }: FactTest,
  where: string,
  place: Place,
  { fields, cadence }: ResolvedCadence
): Diagnostic[] {
  const { fact } = namedFact(text);
  const field = fact?.type === 'field' ? fields.get(fact.field) : undefined;
  const type = fact && typeOf(fact, field);
  if (!type) return [];
  const isWrong = (value: Scalar) => value !== null && !fits(value, type);
  const wrong =
    [...values, ...bounds].find(isWrong) ?? (type === 'boolean' ? bounds[0] : undefined);
  if (wrong !== undefined) {
    const name = field ? field.name || field.id : text;
    return [diagnose('compares-wrong-type', [where, name, TYPE_WORDS[type], said(wrong)], place)];
  }
  if (field?.type !== 'choice' || !field.choices?.length) return [];
  return values
    .filter((value) => typeof value === 'string' && !field.choices?.includes(value))
    .map((value) =>
      diagnose('unknown-choice', [where, field.name || field.id, String(value)], {
        ...place,
        fix: addChoice(cadence, field.id, String(value))
      })
    );
}

function typeOf(fact: Fact, field: LeadField | undefined): Type | null {
  switch (fact.type) {
    case 'field':
      if (!field) return null;
      return field.type === 'choice' ? 'text' : field.type;
    case 'count':
    case 'visits':
    case 'since':
    case 'enrollments':
      return 'number';
    case 'seen':
    case 'done':
      return 'boolean';
    default:
      return 'text';
  }
}

function fits(value: Scalar, type: Type): boolean {
  if (type === 'date') return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);
  return typeof value === (type === 'text' ? 'string' : type);
}

const TYPE_WORDS: Readonly<Record<Type, string>> = {
  number: 'a number',
  text: 'a text',
  boolean: 'yes or no',
  date: 'a date'
};

function said(value: Scalar): string {
  return typeof value === 'string' ? `“${value}”` : `${value}`;
}

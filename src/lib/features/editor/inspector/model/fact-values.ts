import {
  readFactName,
  valueTypeOf,
  type Cadence,
  type ComparisonOperator,
  type ConditionRow,
  type FactName,
  type FactValueType,
  type Scalar
} from '$lib/domain';
import type { Option } from './option';

type Value = ConditionRow['value'];

/** What the values of a fact are, and between which one chooses. */
export interface FactValues {
  readonly type: FactValueType;
  /** Null where values are typed in. Options hold values as `textOf` writes them. */
  readonly options: readonly Option[] | null;
}

/** Facts that are not known have texts as values. */
export function valuesOf(fact: string, cadence: Cadence): FactValues {
  const name = readFactName(fact);
  if (!name) return { type: 'text', options: null };
  const type = valueTypeOf(name, cadence.fields);
  return { type, options: optionsOf(type, name, cadence) };
}

function optionsOf(
  type: FactValueType,
  name: FactName,
  { fields, dispositions, nodes }: Cadence
): readonly Option[] | null {
  switch (type) {
    case 'boolean':
      return yesOrNo(name.family);
    case 'disposition':
      return dispositions.map(named);
    case 'stage':
      return nodes.filter(({ kind }) => kind === 'stage').map(named);
    case 'choice': {
      const field = name.family === 'lead' && fields.find(({ id }) => id === name.field);
      return field ? (field.choices ?? []).map((value) => ({ value, label: value })) : [];
    }
    default:
      return null;
  }
}

/** Yes and no in the words of what is asked. */
export function yesOrNo(family: FactName['family'] | null): readonly Option[] {
  const yes = family === 'seen' || family === 'done' ? family : 'yes';
  return [
    { value: 'true', label: yes },
    { value: 'false', label: yes === 'yes' ? 'no' : `not ${yes}` }
  ];
}

function named({ id, name }: { readonly id: string; readonly name: string }): Option {
  return { value: id, label: name || id };
}

/** A value as an option or a text field holds it. */
export function textOf(value: Scalar): string {
  return value === null ? '' : String(value);
}

/** What such a text means for a fact of the type; null when it can mean nothing. */
export function readValue(text: string, type: FactValueType): Scalar {
  if (type === 'boolean') return text === 'true';
  if (type !== 'number') return text;
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}

/** The values of a line, one or many. */
export function listOf(value: Value): readonly Scalar[] {
  return isList(value) ? value : [value];
}

/** A value to begin with, for these values and this operator; the old one where it fits. */
export function valueFor(
  { type, options }: FactValues,
  operator: ComparisonOperator,
  old: Value
): Value {
  if (operator === '$exists') return typeof old === 'boolean' ? old : true;
  const fits = (value: Scalar) =>
    options
      ? options.some((option) => readValue(option.value, type) === value)
      : typeof value === (type === 'number' ? 'number' : 'string');
  const kept = listOf(old).filter(fits);
  const first = options ? readValue(options[0]?.value ?? '', type) : type === 'number' ? 1 : '';
  if (isMany(operator)) return kept.length > 0 ? kept : [first];
  return kept[0] ?? first;
}

/** Whether an operator compares with a list. */
export function isMany(operator: ComparisonOperator): boolean {
  return operator === '$in' || operator === '$nin';
}

function isList(value: Value): value is readonly Scalar[] {
  return Array.isArray(value);
}

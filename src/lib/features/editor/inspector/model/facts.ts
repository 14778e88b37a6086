import { CHANNELS, CHANNEL_NAMES, CHANNEL_PLURALS, type Cadence, type Scalar } from '$lib/domain';
import type { ConditionRow } from './condition-rows';

export type FactType = 'text' | 'number' | 'boolean' | 'choice';

export interface FactOption {
  readonly fact: string;
  readonly name: string;
  readonly type: FactType;
  /** For choices: what it can be. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** The facts a form offers: lead fields, counts of what was done, what came of it, and time. */
export function factOptions(cadence: Cadence): readonly FactOption[] {
  const dispositions = cadence.dispositions.map(({ id, name }) => ({ value: id, label: name }));
  const stages = cadence.nodes
    .filter((node) => node.kind === 'stage')
    .map(({ id, name }) => ({ value: id, label: name || id }));
  const used = new Set(
    cadence.nodes.flatMap((node) => (node.kind === 'action' ? [node.channel] : []))
  );
  const channels = CHANNELS.filter((channel) => used.has(channel));
  return [
    ...cadence.fields.map((field): FactOption => {
      const fact = `lead.${field.id}`;
      const name = field.name || field.id;
      if (field.type === 'choice') {
        const choices = (field.choices ?? []).map((value) => ({ value, label: value }));
        return { fact, name, type: 'choice', choices };
      }
      return { fact, name, type: field.type === 'date' ? 'text' : field.type };
    }),
    { fact: 'last.disposition', name: 'Last disposition', type: 'choice', choices: dispositions },
    ...channels.map((channel): FactOption => ({
      fact: `last.${channel}.disposition`,
      name: `Last ${inWords(channel)} disposition`,
      type: 'choice',
      choices: dispositions
    })),
    { fact: 'count.touches', name: 'Touches so far', type: 'number' },
    ...channels.flatMap((channel): FactOption[] => [
      {
        fact: `count.${channel}.completed`,
        name: `${capitalized(CHANNEL_PLURALS[channel])} done`,
        type: 'number'
      },
      {
        fact: `count.${channel}.completed.followUp`,
        name: `Follow-up ${CHANNEL_PLURALS[channel]} done`,
        type: 'number'
      }
    ]),
    { fact: 'days.enrolled', name: 'Days in the cadence', type: 'number' },
    { fact: 'days.sinceTouch', name: 'Days since the last touch', type: 'number' },
    { fact: 'stage', name: 'Stage', type: 'choice', choices: stages }
  ];
}

type Operator = ConditionRow['operator'];

const OPERATORS: Readonly<Record<FactType, readonly Operator[]>> = {
  number: ['$gte', '$lte', '$gt', '$lt', '$eq', '$ne', '$exists'],
  choice: ['$eq', '$ne', '$in', '$nin', '$exists'],
  text: ['$eq', '$ne', '$in', '$nin', '$exists'],
  boolean: ['$eq', '$exists']
};

export function operatorsFor(type: FactType): readonly Operator[] {
  return OPERATORS[type];
}

/** A value to begin with, for this fact and operator; the old one where it fits. */
export function valueFor(
  option: FactOption,
  operator: Operator,
  old: ConditionRow['value']
): ConditionRow['value'] {
  if (operator === '$exists') return typeof old === 'boolean' ? old : true;
  const single = Array.isArray(old) ? (old as readonly Scalar[])[0] : (old as Scalar);
  const value = fitting(option, single ?? null);
  return operator === '$in' || operator === '$nin' ? (Array.isArray(old) ? old : [value]) : value;
}

function fitting({ type, choices = [] }: FactOption, value: Scalar): Scalar {
  switch (type) {
    case 'number':
      return typeof value === 'number' ? value : 1;
    case 'boolean':
      return typeof value === 'boolean' ? value : true;
    case 'choice':
      return choices.some((choice) => choice.value === value) ? value : (choices[0]?.value ?? '');
    case 'text':
      return typeof value === 'string' ? value : '';
  }
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inWords(channel: (typeof CHANNELS)[number]): string {
  return channel === 'sms' ? 'SMS' : CHANNEL_NAMES[channel].toLowerCase();
}

import type { LeadField } from '../cadence';
import type { Comparison } from '../condition';
import { COUNTED, SINCE, type FactFamily, type FactName } from './fact-name';

export type ComparisonOperator = keyof Comparison;

/** What the value of a fact is, and so what it can be compared with. */
export type FactValueType =
  'text' | 'number' | 'boolean' | 'date' | 'choice' | 'disposition' | 'stage';

/** What must be chosen to name one fact of a family. */
export type FactParameter =
  /** A lead field. */
  | 'field'
  | 'channel'
  /** A channel, or any. */
  | 'anyChannel'
  | 'counted'
  | 'followUp'
  /** An action; any step. */
  | 'action'
  | 'step'
  | 'signal'
  | 'since'
  | 'unit';

/** One family of the vocabulary, as a picker offers it. */
export interface FactForm {
  readonly family: FactFamily;
  readonly label: string;
  readonly parameters: readonly FactParameter[];
  /** Null: the type of the lead field. */
  readonly value: FactValueType | null;
  /** Whether it can look at all runs of the lead, and at a time before now. */
  readonly reach: boolean;
  /** A fact to begin with; ids that only the cadence knows are empty. */
  readonly first: FactName;
}

const RUN = { lifetime: false, window: null } as const;

/** The whole vocabulary of facts, in the order a picker shows it. */
export const FACT_FORMS: readonly FactForm[] = [
  {
    family: 'lead',
    label: 'Lead field',
    parameters: ['field'],
    value: null,
    reach: false,
    first: { family: 'lead', field: '' }
  },
  {
    family: 'last',
    label: 'Last disposition',
    parameters: ['anyChannel'],
    value: 'disposition',
    reach: false,
    first: { family: 'last', channel: null }
  },
  {
    family: 'step',
    label: 'Disposition of a step',
    parameters: ['action'],
    value: 'disposition',
    reach: false,
    first: { family: 'step', node: '' }
  },
  {
    family: 'done',
    label: 'Step is done',
    parameters: ['action'],
    value: 'boolean',
    reach: false,
    first: { family: 'done', node: '' }
  },
  {
    family: 'count',
    label: 'Touches by channel',
    parameters: ['channel', 'counted', 'followUp'],
    value: 'number',
    reach: true,
    first: { family: 'count', channel: 'call', counted: COUNTED[0], followUp: false, reach: RUN }
  },
  {
    family: 'touches',
    label: 'Touches of all channels',
    parameters: [],
    value: 'number',
    reach: true,
    first: { family: 'touches', reach: RUN }
  },
  {
    family: 'seen',
    label: 'Signal was seen',
    parameters: ['signal'],
    value: 'boolean',
    reach: true,
    first: { family: 'seen', signal: '', reach: RUN }
  },
  {
    family: 'since',
    label: 'Time passed',
    parameters: ['unit', 'since'],
    value: 'number',
    reach: false,
    first: { family: 'since', what: SINCE[0], unit: 'days' }
  },
  {
    family: 'visits',
    label: 'Visits to a step',
    parameters: ['step'],
    value: 'number',
    reach: false,
    first: { family: 'visits', node: '' }
  },
  {
    family: 'stage',
    label: 'Stage',
    parameters: [],
    value: 'stage',
    reach: false,
    first: { family: 'stage' }
  },
  {
    family: 'enrollments',
    label: 'Times in this cadence',
    parameters: [],
    value: 'number',
    reach: false,
    first: { family: 'enrollments' }
  }
];

/** What values of the fact are; those of a lead field that the cadence does not have are text. */
export function valueTypeOf(name: FactName, fields: readonly LeadField[]): FactValueType {
  const form = FACT_FORMS.find(({ family }) => family === name.family);
  if (form?.value) return form.value;
  const id = name.family === 'lead' ? name.field : '';
  return fields.find((field) => field.id === id)?.type ?? 'text';
}

const KNOWN = ['$eq', '$ne', '$in', '$nin', '$exists'] as const;
const ORDERED = ['$gte', '$lte', '$gt', '$lt', '$eq', '$ne', '$exists'] as const;

const OPERATORS: Readonly<Record<FactValueType, readonly ComparisonOperator[]>> = {
  text: KNOWN,
  number: ORDERED,
  boolean: ['$eq', '$exists'],
  date: ORDERED,
  choice: KNOWN,
  disposition: KNOWN,
  stage: KNOWN
};

/** The comparisons that make sense for values of a type, likeliest first. */
export function operatorsFor(type: FactValueType): readonly ComparisonOperator[] {
  return OPERATORS[type];
}

import {
  describeFact,
  FACT_FORMS,
  readFactName,
  writeFactName,
  type Cadence,
  type CadenceNode,
  type FactFamily,
  type FactName
} from '$lib/domain';
import type { Option } from './option';
import { signalsOf } from './signals';

const GROUPS: readonly { readonly name: string; readonly families: readonly FactFamily[] }[] = [
  { name: 'Lead fields', families: ['lead'] },
  { name: 'Touches', families: ['touches', 'count'] },
  { name: 'Dispositions', families: ['last', 'step'] },
  { name: 'Signals', families: ['seen'] },
  { name: 'Time', families: ['since'] },
  { name: 'Steps', families: ['done', 'visits'] },
  { name: 'Stage and enrollments', families: ['stage', 'enrollments'] }
];

/** What facts can be about, in groups; a fact that is not among them stands first as it is. */
export function factOptions(cadence: Cadence, fact: string): readonly Option[] {
  const options = GROUPS.flatMap(({ name: group, families }) =>
    families.flatMap((family) => optionsOf(family, cadence).map((each) => ({ ...each, group })))
  );
  const choice = choiceOf(fact);
  if (options.some(({ value }) => value === choice)) return options;
  return [{ value: choice, label: `${describeFact(fact, cadence)} (unknown)` }, ...options];
}

function optionsOf(family: FactFamily, cadence: Cadence): readonly Option[] {
  if (family === 'lead') {
    return cadence.fields.map(({ id, name }) => ({ value: `lead.${id}`, label: name || id }));
  }
  return FACT_FORMS.filter((form) => form.family === family).map(({ label, first }) => ({
    value: family,
    label,
    disabled: 'node' in first && firstNode(first.family, cadence) === undefined
  }));
}

/** The option that a fact belongs to: its family, or the fact itself for lead fields. */
export function choiceOf(fact: string): string {
  const name = readFactName(fact);
  return name && name.family !== 'lead' ? name.family : fact;
}

/** The fact to begin with when an option was chosen. */
export function firstFactOf(choice: string, cadence: Cadence): string {
  const form = FACT_FORMS.find(({ family }) => family === choice);
  return form ? writeFactName(filled(form.first, cadence)) : choice;
}

function filled(name: FactName, cadence: Cadence): FactName {
  switch (name.family) {
    case 'step':
    case 'done':
    case 'visits':
      return { ...name, node: firstNode(name.family, cadence) ?? name.node };
    case 'seen':
      return { ...name, signal: signalsOf(cadence)[0] ?? 'reply' };
    default:
      return name;
  }
}

type StepFamily = Extract<FactName, { node: string }>['family'];

function firstNode(family: StepFamily, { nodes }: Cadence): string | undefined {
  return nodes.find((node) => canAsk(family, node))?.id;
}

/** Whether facts of the family can be about the step. */
export function canAsk(family: StepFamily, { kind }: CadenceNode): boolean {
  return family === 'visits' ? kind !== 'note' : kind === 'action';
}

import {
  describeCondition,
  describeNode,
  EXIT_RESULT_NAMES,
  mergeFieldsOf,
  portsOf,
  type Cadence,
  type CadenceNode,
  type Slug,
  type Template
} from '$lib/domain';
import { sortOf, titleOf } from '$lib/drawing';

/** What steps are found by, and the headings over what was found; the nearest to a name first. */
export const TEXT_GROUPS = [
  'Names',
  'Scripts and templates',
  'Descriptions',
  'Dispositions and ways',
  'Fields',
  'Roles, channels and kinds'
] as const;
export type TextGroup = (typeof TEXT_GROUPS)[number];

export interface StepText {
  readonly group: TextGroup;
  readonly text: string;
}

/** Everything written in or about a step. */
export function textsOf(node: CadenceNode, cadence: Cadence): readonly StepText[] {
  const texts: StepText[] = [];
  const add = (group: TextGroup, ...more: readonly (string | undefined)[]) => {
    for (const text of more) if (text) texts.push({ group, text });
  };
  add('Names', titleOf(node));
  add('Scripts and templates', ...writtenIn(node));
  add('Descriptions', describeNode(node, cadence), ...conditionsOf(node, cadence));
  const ways = portsOf(node, cadence).filter(({ id }) => id !== 'next' && id !== 'done');
  add('Dispositions and ways', ...ways.map(({ name }) => name), ...dispositionsOf(node, cadence));
  add('Fields', ...fieldsOf(node).map((id) => nameOf(id, cadence.fields)));
  add('Roles, channels and kinds', roleOf(node, cadence), sortOf(node));
  if (node.kind === 'exit') add('Roles, channels and kinds', EXIT_RESULT_NAMES[node.result]);
  return texts;
}

function writtenIn(node: CadenceNode): readonly (string | undefined)[] {
  if (node.kind === 'note') return [node.text];
  if (node.kind !== 'action') return [];
  const { instruction, script, template, variants = [], checklist = [] } = node;
  const of = (each: Template | undefined) => [each?.subject, each?.body, each?.avoidWhen];
  return [
    instruction,
    script,
    ...of(template),
    ...variants.flatMap((variant) => [variant.name, variant.script, ...of(variant.template)]),
    ...checklist.map(({ text }) => text)
  ];
}

function conditionsOf(node: CadenceNode, cadence: Cadence): readonly string[] {
  if (node.kind !== 'branch' || node.by.type !== 'condition') return [];
  return node.by.cases.map(({ when }) => describeCondition(when, cadence));
}

function dispositionsOf(node: CadenceNode, { dispositions }: Cadence): readonly string[] {
  if (node.kind === 'action') {
    return (node.dispositions ?? []).map((id) => nameOf(id, dispositions));
  }
  if (node.kind !== 'branch' || node.by.type !== 'disposition') return [];
  return node.by.cases.flatMap((each) => each.dispositions.map((id) => nameOf(id, dispositions)));
}

function fieldsOf(node: CadenceNode): readonly Slug[] {
  if (node.kind !== 'action') return [];
  const templates = [node.template, ...(node.variants ?? []).map(({ template }) => template)];
  const texts = [node.script, ...templates.flatMap((each) => [each?.subject, each?.body])];
  const merged = texts
    .flatMap((text) => (text === undefined ? [] : mergeFieldsOf(text)))
    .map((fact) => fact.replace(/^lead\./, ''));
  return [...new Set([...(node.requiredFields ?? []), ...merged])];
}

function roleOf(node: CadenceNode, { roles }: Cadence): string | undefined {
  return node.kind === 'action' && node.role !== undefined ? nameOf(node.role, roles) : undefined;
}

function nameOf(id: Slug, all: readonly { readonly id: Slug; readonly name: string }[]): string {
  return all.find((each) => each.id === id)?.name ?? id;
}

import {
  CHANNEL_NAMES,
  describeCondition,
  describeDelay,
  describeDisposition,
  describeHandler,
  describeMove,
  describeNode,
  describeRequirement,
  describeRule,
  describeSla,
  EXIT_RESULT_NAMES,
  type ActionNode,
  type Cadence,
  type CadenceNode,
  type ExitNode,
  type Template
} from '$lib/domain';
import { sortOf, titleOf, toneOf } from '$lib/drawing';
import { stepsInOrder } from './order';
import type { Playbook, PlaybookEnd, PlaybookStep, PlaybookText } from './types';
import { nameOfStep, waysOf } from './ways';

/** The cadence as something to work by: the steps in their order, then the rules and the ends. */
export function playbookOf(cadence: Cadence): Playbook {
  const ordered = stepsInOrder(cadence);
  let number = 0;
  return {
    title: cadence.name.trim() || 'Unnamed cadence',
    description: cadence.description?.trim() ?? '',
    facts: factsOf(cadence),
    steps: ordered
      .filter(({ kind }) => kind !== 'exit' && kind !== 'note')
      .map((node) => stepOf(node, node.kind === 'action' ? ++number : null, cadence)),
    ends: ordered.flatMap((node) => (node.kind === 'exit' ? [endOf(node, cadence)] : [])),
    rules: rulesOf(cadence)
  };
}

function factsOf({ goal, roles, nodes }: Cadence): Playbook['facts'] {
  const used = new Set(nodes.flatMap((node) => (node.kind === 'action' ? (node.role ?? []) : [])));
  const who = roles.filter(({ id }) => used.has(id)).map(({ id, name }) => name || id);
  return [
    { label: 'Goal', text: goal?.text?.trim() ?? '' },
    { label: 'Measured by', text: goal?.metric?.trim() ?? '' },
    { label: 'Who takes part', text: who.join(', ') }
  ].filter(({ text }) => text !== '');
}

function stepOf(node: CadenceNode, number: number | null, cadence: Cadence): PlaybookStep {
  const base = {
    id: node.id,
    kind: node.kind,
    tone: toneOf(node),
    number,
    title: node.kind === 'wait' ? describeNode(node, cadence) : titleOf(node),
    instruction: '',
    texts: [],
    checklist: [],
    demands: [],
    outcomes: [],
    ways: waysOf(node, cadence)
  };
  switch (node.kind) {
    case 'action':
      return { ...base, ...actionParts(node, cadence) };
    case 'stage':
      return {
        ...base,
        facts: [describeNode(node, cadence)],
        checklist: node.checklist ?? [],
        demands: demandsOf(node, cadence)
      };
    case 'entry':
      return {
        ...base,
        facts: [node.source?.trim() ?? ''].filter(Boolean),
        demands: node.criteria
          ? [`Only leads for which ${describeCondition(node.criteria, cadence)}`]
          : []
      };
    case 'wait':
      return { ...base, facts: [node.name.trim()].filter((name) => name && name !== 'Wait') };
    case 'branch':
    case 'fork':
    case 'join':
    case 'handoff':
    case 'exit':
    case 'note':
      return { ...base, facts: [describeNode(node, cadence)] };
  }
}

function actionParts(node: ActionNode, cadence: Cadence) {
  const role = cadence.roles.find(({ id }) => id === node.role);
  // What it is, when it is due, how often: all but the number of outcomes, which are listed.
  const [, ...times] = describeNode({ ...node, dispositions: [] }, cadence).split(' · ');
  const sort =
    node.mode === 'automatic' ? `Automatic ${CHANNEL_NAMES[node.channel]}` : sortOf(node);
  const fields = (node.requiredFields ?? []).map((id) => nameIn(id, cadence.fields));
  return {
    facts: [sort, ...(role ? [role.name || role.id] : []), ...times],
    instruction: node.instruction?.trim() ?? '',
    texts: textsOf(node),
    checklist: node.checklist ?? [],
    demands: [
      ...(fields.length > 0 ? [`To be filled in: ${fields.join(', ')}`] : []),
      ...demandsOf(node, cadence)
    ],
    outcomes: (node.dispositions ?? []).map((id) => outcomeOf(id, node, cadence))
  };
}

function demandsOf(
  { requirements = [], sla = [] }: Pick<ActionNode, 'requirements' | 'sla'>,
  cadence: Cadence
): readonly string[] {
  return [
    ...requirements.map((each) => `Only if: ${describeRequirement(each, cadence)}`),
    ...sla.map((each) => describeSla(each, cadence))
  ];
}

function textsOf({ script, template, variants = [] }: ActionNode): readonly PlaybookText[] {
  const all = [{ name: '', script, template }, ...variants];
  return all.flatMap((each) => [
    ...(each.script?.trim() ? [textOf('Say', each.name, { body: each.script })] : []),
    ...(each.template ? [textOf('Write', each.name, each.template)] : [])
  ]);
}

function textOf(
  label: string,
  variant: string,
  { subject, body, avoidWhen }: Template
): PlaybookText {
  return {
    label: variant ? `${label} (${variant})` : label,
    subject: subject?.trim() ?? '',
    body: body.trim(),
    avoidWhen: avoidWhen?.trim() ?? ''
  };
}

function outcomeOf(id: string, node: ActionNode, cadence: Cadence) {
  const disposition = cadence.dispositions.find((each) => each.id === id);
  const name = disposition?.name || id;
  const way = cadence.edges.find((edge) => edge.from === node.id && edge.port === id);
  if (way) return { name, does: `Go to “${nameOfStep(way.to, cadence)}”` };
  return { name, does: disposition ? describeDisposition(disposition, cadence) : '' };
}

function nameIn(id: string, among: readonly { id: string; name: string }[]): string {
  return among.find((each) => each.id === id)?.name || id;
}

function endOf(node: ExitNode, cadence: Cadence): PlaybookEnd {
  const title = titleOf(node);
  const line = describeNode(node, cadence);
  const verdict = line === title ? '' : line;
  return {
    id: node.id,
    tone: toneOf(node),
    title,
    verdict:
      title === EXIT_RESULT_NAMES[node.result] ? line.split(' · ').slice(1).join(' · ') : verdict,
    demands: [
      ...demandsOf({ requirements: node.requirements ?? [] }, cadence),
      ...(node.askReferral ? ['Ask for a referral'] : [])
    ]
  };
}

function rulesOf(cadence: Cadence): readonly string[] {
  const { rules = [], handlers = [], moves = [], touchBudget, exclusivity } = cadence;
  return [
    ...rules.map((rule) => describeRule(rule, cadence)),
    ...handlers.map((handler) => describeHandler(handler, cadence)),
    ...moves.map((move) => `At any time ${lowered(describeMove(move, cadence))}`),
    ...(touchBudget
      ? [
          `At most ${touchBudget.atMost} touches within ${describeDelay(touchBudget.within, cadence.parameters)}`
        ]
      : []),
    ...(exclusivity !== undefined && exclusivity !== 'none'
      ? ['A lead in it is in no other cadence at the same time']
      : [])
  ];
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

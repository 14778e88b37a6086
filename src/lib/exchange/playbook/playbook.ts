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
  type NodeId,
  type Template
} from '$lib/domain';
import { drawnPorts, sortOf, titleOf, toneOf, type Tone } from '$lib/drawing';
import { stepsInOrder } from './order';

/** Where a step leads, and when. */
export interface PlaybookWay {
  /** Empty for the only way on. */
  readonly when: string;
  readonly to: string;
}

/** Something to be said or sent. */
export interface PlaybookText {
  readonly label: string;
  readonly subject: string;
  readonly body: string;
  readonly avoidWhen: string;
}

/** A step as somebody who works by the playbook needs it. */
export interface PlaybookStep {
  readonly id: NodeId;
  readonly kind: CadenceNode['kind'];
  readonly tone: Tone;
  /** Its number among what is to be done; null for waits, branches and the like. */
  readonly number: number | null;
  readonly title: string;
  /** What it is: `Call · Sales rep · within 4 business hours`. */
  readonly facts: readonly string[];
  readonly instruction: string;
  readonly texts: readonly PlaybookText[];
  readonly checklist: readonly { readonly text: string; readonly mandatory: boolean }[];
  /** Sentences: what must be true before, filled in, or happens when it stays open. */
  readonly demands: readonly string[];
  readonly outcomes: readonly { readonly name: string; readonly does: string }[];
  readonly ways: readonly PlaybookWay[];
}

export interface PlaybookEnd {
  readonly id: NodeId;
  readonly tone: Tone;
  readonly title: string;
  readonly verdict: string;
  readonly demands: readonly string[];
}

export interface Playbook {
  readonly title: string;
  readonly description: string;
  /** The goal, how it is measured, and who takes part. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly steps: readonly PlaybookStep[];
  readonly ends: readonly PlaybookEnd[];
  readonly rules: readonly string[];
}

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

/** The ways that its outcomes do not tell already. */
function waysOf(node: CadenceNode, cadence: Cadence): readonly PlaybookWay[] {
  const ports = drawnPorts(cadence).get(node.id) ?? [];
  const told = new Set(node.kind === 'action' ? (node.dispositions ?? []) : []);
  return ports.flatMap(({ id, name }) => {
    const edge = cadence.edges.find((each) => each.from === node.id && each.port === id);
    if (!edge || told.has(id)) return [];
    const when = ports.length === 1 ? '' : id === 'done' && told.size > 0 ? 'Otherwise' : name;
    return [{ when, to: nameOfStep(edge.to, cadence) }];
  });
}

function nameOfStep(id: NodeId, cadence: Cadence): string {
  const node = cadence.nodes.find((each) => each.id === id);
  if (!node) return id;
  return node.kind === 'wait' ? describeNode(node, cadence) : titleOf(node);
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

import {
  CHANNEL_NAMES,
  describeNode,
  type Cadence,
  type CadenceNode,
  type ExitNode
} from '$lib/domain';

/** Color family of a node: a pair of tokens, `--mail` and `--mail-s` for `mail`. */
export type Tone =
  'mail' | 'call' | 'meeting' | 'task' | 'stage' | 'wait' | 'branch' | 'won' | 'lost' | 'neutral';

/** Letters of the second line that a card has room for. */
const LINE_LENGTH = 36;

/** What a node shows of itself. */
export interface Face {
  readonly title: string;
  /** One line of truth under the title. */
  readonly line: string;
  /** As much of it as a card has room for, in whole parts. */
  readonly short: string;
  /** The single text of kinds that are drawn as a pill. */
  readonly pill: string;
  readonly tone: Tone;
}

const CHANNEL_TONES = {
  email: 'mail',
  sms: 'mail',
  social: 'mail',
  call: 'call',
  meeting: 'meeting',
  demo: 'meeting',
  task: 'task',
  approval: 'task',
  document: 'task'
} as const;

const VERDICT_TONES: Readonly<Record<ExitNode['result'], Tone>> = {
  won: 'won',
  qualified: 'won',
  meetingBooked: 'won',
  lost: 'lost',
  notInterested: 'lost',
  disqualified: 'lost',
  optedOut: 'lost',
  badData: 'lost',
  duplicate: 'neutral',
  unresponsive: 'neutral',
  contactLater: 'neutral',
  handedOver: 'neutral',
  completed: 'neutral'
};

const KIND_WORDS: Readonly<Record<CadenceNode['kind'], string>> = {
  entry: 'Entry',
  stage: 'Stage',
  action: 'Step',
  wait: 'Wait',
  branch: 'Branch',
  fork: 'Fork',
  join: 'Join',
  handoff: 'Handoff',
  exit: 'Exit',
  note: 'Note'
};

/** What a node is called, named or not. */
export function titleOf(node: CadenceNode): string {
  return node.name.trim() || `Unnamed ${KIND_WORDS[node.kind].toLowerCase()}`;
}

/** What sort of node it is, as the palette calls it. */
export function sortOf(node: CadenceNode): string {
  return node.kind === 'action' ? CHANNEL_NAMES[node.channel] : KIND_WORDS[node.kind];
}

export function faceOf(node: CadenceNode, cadence: Cadence): Face {
  const title = titleOf(node);
  const line = describeNode(node, cadence);
  return {
    title,
    line,
    short: shortened(line),
    pill: node.kind === 'wait' ? line : title,
    tone: toneOf(node)
  };
}

/** Leaves out parts from the end, so that none is cut in the middle. */
function shortened(line: string): string {
  const parts = line.split(' · ');
  while (parts.length > 1 && parts.join(' · ').length > LINE_LENGTH) parts.pop();
  return parts.join(' · ');
}

export function toneOf(node: CadenceNode): Tone {
  switch (node.kind) {
    case 'action':
      return CHANNEL_TONES[node.channel];
    case 'exit':
      return VERDICT_TONES[node.result];
    case 'entry':
    case 'stage':
      return 'stage';
    case 'wait':
      return 'wait';
    case 'branch':
    case 'fork':
    case 'join':
      return 'branch';
    case 'handoff':
      return 'meeting';
    case 'note':
      return 'neutral';
  }
}

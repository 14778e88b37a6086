import type { CadenceNode, Channel, ExitResult, STAGE_COLORS, StageNode } from '$lib/domain';

/** Color family: a pair of tokens, `--mail` and `--mail-s` for `mail`. */
export type Tone =
  'mail' | 'call' | 'meeting' | 'task' | 'stage' | 'wait' | 'branch' | 'won' | 'lost' | 'neutral';

const CHANNEL_TONES: Readonly<Record<Channel, Tone>> = {
  email: 'mail',
  sms: 'mail',
  social: 'mail',
  call: 'call',
  meeting: 'meeting',
  demo: 'meeting',
  task: 'task',
  approval: 'task',
  document: 'task'
};

const VERDICT_TONES: Readonly<Record<ExitResult, Tone>> = {
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

const STAGE_TONES: Readonly<Record<(typeof STAGE_COLORS)[number], Tone>> = {
  indigo: 'stage',
  blue: 'mail',
  green: 'won',
  amber: 'wait',
  magenta: 'branch',
  gray: 'neutral'
};

export function channelTone(channel: Channel): Tone {
  return CHANNEL_TONES[channel];
}

/** The color family that a color of stages and frames is drawn in. */
export function colorTone(color: (typeof STAGE_COLORS)[number]): Tone {
  return STAGE_TONES[color];
}

/** The color family a stage is drawn in. */
export function stageTone({ color = 'indigo' }: Pick<StageNode, 'color'>): Tone {
  return colorTone(color);
}

/** The color a node is drawn in, small as well as large. */
export function toneOf(node: CadenceNode): Tone {
  switch (node.kind) {
    case 'action':
      return CHANNEL_TONES[node.channel];
    case 'exit':
      return VERDICT_TONES[node.result];
    case 'stage':
      return stageTone(node);
    case 'entry':
      return 'stage';
    case 'wait':
      return 'wait';
    case 'note':
      return 'neutral';
    case 'branch':
    case 'fork':
    case 'join':
      return 'branch';
    case 'handoff':
      return 'meeting';
  }
}

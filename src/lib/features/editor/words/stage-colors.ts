import type { STAGE_COLORS, StageNode } from '$lib/domain';
import type { Tone } from './face';

const TONES: Readonly<Record<(typeof STAGE_COLORS)[number], Tone>> = {
  indigo: 'stage',
  blue: 'mail',
  green: 'won',
  amber: 'wait',
  magenta: 'branch',
  gray: 'neutral'
};

/** The color family a stage is drawn in. */
export function stageTone({ color = 'indigo' }: Pick<StageNode, 'color'>): Tone {
  return TONES[color];
}

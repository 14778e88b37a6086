import { TOO_LARGE_TO_DRAW } from '../canvas/detail';

/** The list is the quicker way through a cadence that is too large to draw. */
export function isLarge(steps: number): boolean {
  return steps > TOO_LARGE_TO_DRAW;
}

interface Opening {
  readonly steps: number;
  /** There is little room, as on a phone. */
  readonly isNarrow: boolean;
  /** What was chosen on this device before; anything may have been written down. */
  readonly chosen: unknown;
}

/** How a cadence is first shown: large ones as a list, all else as chosen before, on phones as a list. */
export function openingView({ steps, isNarrow, chosen }: Opening): 'canvas' | 'outline' {
  if (isLarge(steps)) return 'outline';
  if (chosen === 'canvas' || chosen === 'outline') return chosen;
  return isNarrow ? 'outline' : 'canvas';
}

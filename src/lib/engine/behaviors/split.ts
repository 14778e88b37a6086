import type { Program } from '$lib/program';
import { present } from '$lib/util';
import { mix } from '../hash';
import type { RunState } from '../state';

/** The port of the lead's share: always the same for a lead, a cadence and a node, whatever the version. */
export function split(program: Program, state: RunState): number {
  const { pc } = state;
  const { upTo } = present(program.splits[program.arg[pc] ?? 0], 'split');
  const whole = upTo[upTo.length - 1] ?? 0;
  const place = (mix(state.leadKey ^ (state.splitKeys[pc] ?? 0)) >>> 0) % Math.max(1, whole);
  let share = 0;
  while (share < upTo.length - 1 && place >= (upTo[share] ?? 0)) share++;
  return (program.firstPort[pc] ?? 0) + share;
}

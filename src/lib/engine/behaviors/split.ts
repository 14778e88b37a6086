import type { Program } from '$lib/program';
import { present } from '$lib/util';
import type { RunState } from '../state';
import { shareOf } from '../shares';
import { portAt } from '../tables';

/** The port of the lead's share: always the same for a lead, a cadence and a node, whatever the version. */
export function split(program: Program, state: RunState, pc: number): number {
  const { upTo } = present(program.splits[program.arg[pc] ?? 0], 'split');
  const place = shareOf(state, pc, upTo[upTo.length - 1] ?? 0);
  let share = 0;
  while (share < upTo.length - 1 && place >= (upTo[share] ?? 0)) share++;
  return portAt(program, pc, share);
}

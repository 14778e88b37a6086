import type { Pass } from '../columnar/flow';
import { letPass, type Here } from '../columnar/operate';
import type { Crowd } from './crowd';
import { AT, INT } from './parked-leads';
import type { SweepTools } from './sweep-tools';
import type { Stretches } from './stretches';

/**
 * The leads of a list wait at their group until it is the turn of the instant at which they ask, with
 * what is in the columns `kept`; false: some of them stand too late, or too early, to go on here.
 */
export function putAside(
  here: Here,
  group: number,
  { work, isDue }: Stretches,
  { crowd, parked, scratch, limit, firstPlace }: SweepTools,
  kept: readonly (Uint16Array | Int16Array)[]
): boolean {
  const { block, lead, asked, batch } = crowd;
  const { list, count } = here;
  drawWork(here, work, crowd);
  const { words } = parked;
  const dueAt = isDue ? block.due : block.opened;
  for (let j = 0; j < count; j++) {
    const i = list[j] as number;
    const t = asked[i] as number;
    if (t >= limit) return false;
    const row = parked.add(t);
    if (row < 0) return false;
    const { floats, ints, shorts } = parked;
    const at = row * words;
    floats[at + AT.asked] = t;
    floats[at + AT.arrived] = block.arrived[i] as number;
    floats[at + AT.opened] = block.opened[i] as number;
    floats[at + AT.due] = dueAt[i] as number;
    floats[at + AT.effort] = block.time[i] as number;
    ints[2 * at + INT.lead] = lead[i] as number;
    ints[2 * at + INT.place] = firstPlace + group;
    ints[2 * at + INT.marks] = (block.touched[i] as number) + 2 * (batch[i] as number);
    if (t > scratch.latest) scratch.latest = t;
    if (kept.length === 0) continue;
    const short = parked.shortsOf(row);
    for (let column = 0; column < kept.length; column++)
      shorts[short + column] = (kept[column] as Int16Array)[i] as number;
  }
  return true;
}

/** How long their work takes is where they stand then; when they ask is kept. */
function drawWork(here: Here, work: readonly Pass[], { block, asked }: Crowd): void {
  const { list, count } = here;
  const { time } = block;
  for (let j = 0; j < count; j++) {
    const i = list[j] as number;
    asked[i] = time[i] as number;
    time[i] = 0;
  }
  for (const pass of work) letPass(pass, { ...here, limit: Infinity }, block);
}

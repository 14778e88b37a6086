import type { Pass } from '../columnar/flow';
import { copyTime } from '../columnar/milestones';
import { letPass, type Here } from '../columnar/operate';
import type { Crowd } from './crowd';
import type { ParkedLeads } from './parked-leads';
import { writeRecords } from './served';
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
  { crowd, parked, scratch, firstPlace }: SweepTools,
  kept: readonly (Uint16Array | Int16Array)[]
): boolean {
  const { block, asked, parking } = crowd;
  const { list } = block;
  const { count } = here;
  drawWork(here, work, crowd);
  if (!parked.add(list, count, asked, parking)) return false;
  const dueAt = isDue ? block.due : block.opened;
  const { floats, ints, words } = parked;
  const last = writeRecords(count, floats, ints, words, dueAt, firstPlace + group);
  if (last > scratch.latest) scratch.latest = last;
  if (kept.length > 0) remember(list, count, parking, parked, kept);
  return true;
}

/** Keeps the columns `kept` of the leads of a list. */
function remember(
  list: Uint16Array,
  count: number,
  rows: Int32Array,
  parked: ParkedLeads,
  kept: readonly (Uint16Array | Int16Array)[]
): void {
  for (let j = 0; j < count; j++) {
    const at = parked.shortsOf(rows[j] as number);
    for (let column = 0; column < kept.length; column++)
      parked.shorts[at + column] = (kept[column] as Int16Array)[list[j] as number] as number;
  }
}

/** They stand where their work would be done then; when they ask is kept. */
function drawWork(here: Here, work: readonly Pass[], { block, asked }: Crowd): void {
  const { count } = here;
  copyTime(count, block.time, asked);
  for (const pass of work) letPass(pass, { ...here, limit: Infinity }, block);
}

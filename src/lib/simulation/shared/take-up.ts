import { columns } from '../columnar/block';
import type { Crowd } from './crowd';
import type { ParkedLeads } from './parked-leads';
import type { Places } from './places';
import { readRecords } from './served';

/**
 * Copies the records of the block's rows into its columns, and gives them back; each lead is put into the
 * list of the place at which it waited. Draws of the replication start from `start`.
 */
export function takeUp(
  { floats, ints, words }: ParkedLeads,
  { count }: Crowd,
  { served, lengths }: Places,
  start: number
): void {
  readRecords(count, floats, ints, words, start);
  const { place } = columns;
  for (let i = 0; i < count; i++) {
    const at = place[i] as number;
    const length = lengths[at] as number;
    (served[at] as Uint16Array)[length] = i;
    lengths[at] = length + 1;
  }
}

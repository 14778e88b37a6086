import { highOf, lowOf } from '../chance/draw';
import type { Crowd } from './crowd';
import { AT, INT, NOBODY, type ParkedLeads } from './parked-leads';
import type { Places } from './places';

/**
 * Copies the records of the block's rows into its columns, and gives them back; each lead is put into the
 * list of the place at which it waited. Draws of the replication start from `start`.
 */
export function takeUp(parked: ParkedLeads, crowd: Crowd, places: Places, start: number): void {
  const { block, rows, batch, count } = crowd;
  const { low, high, arrived, opened, due, touched } = block;
  const { floats, ints, words } = parked;
  const { served, lengths } = places;
  for (let i = 0; i < count; i++) {
    const at = (rows[i] as number) * words;
    const lead = ints[2 * at + INT.lead] as number;
    const place = ints[2 * at + INT.place] as number;
    ints[2 * at + INT.place] = NOBODY;
    const marks = ints[2 * at + INT.marks] as number;
    const l = lowOf(start, lead);
    low[i] = l;
    high[i] = highOf(l, lead);
    arrived[i] = floats[at + AT.arrived] as number;
    opened[i] = floats[at + AT.opened] as number;
    due[i] = floats[at + AT.due] as number;
    touched[i] = marks & 1;
    batch[i] = marks >> 1;
    crowd.lead[i] = lead;
    const length = lengths[place] as number;
    (served[place] as Uint16Array)[length] = i;
    lengths[place] = length + 1;
  }
}

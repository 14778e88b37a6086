import { highOf, lowOf } from '../chance/draw';
import type { Crowd } from './crowd';
import { AT, INT, type ParkedLeads } from './parked-leads';

/** Copies the record of a parked lead into the block at place `i`; draws of the replication start from `start`. */
export function takeUp(
  parked: ParkedLeads,
  row: number,
  crowd: Crowd,
  i: number,
  start: number
): void {
  const { block } = crowd;
  const { floats, ints, words } = parked;
  const at = row * words;
  const lead = ints[2 * at + INT.lead] as number;
  const place = ints[2 * at + INT.place] as number;
  const marks = ints[2 * at + INT.marks] as number;
  const low = lowOf(start, lead);
  block.low[i] = low;
  block.high[i] = highOf(low, lead);
  block.arrived[i] = floats[at + AT.arrived] as number;
  block.opened[i] = floats[at + AT.opened] as number;
  block.due[i] = floats[at + AT.due] as number;
  block.touched[i] = marks & 1;
  crowd.batch[i] = marks >> 1;
  crowd.lead[i] = lead;
  crowd.place[i] = place;
  crowd.asked[i] = floats[at + AT.asked] as number;
  crowd.effort[i] = floats[at + AT.effort] as number;
}

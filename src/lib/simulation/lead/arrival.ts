import { PURPOSE, type Draws } from '../chance/draw';
import type { Model } from '../model/model';
import { batchOf } from '../statistics/batches';
import { type Tally } from '../statistics/tally';
import type { Arrival } from './follower';

/** When a lead arrives; the draws are turned to it. */
export function arrivalTime(
  { arrivalAt }: Model,
  draws: Draws,
  index: number,
  replication: number
): number {
  return arrivalAt(index, draws.uniform(0, 1, PURPOSE.arrival), replication);
}

/** How a lead comes in; the draws are turned to it. Leads that only warm up count in the first batch. */
export function arrivalOf(
  model: Model,
  draws: Draws,
  index: number,
  tally: Tally,
  replication: number
): Arrival {
  const own = model.realLeads?.segmentOf(index) ?? -1;
  const segment = own >= 0 ? own : drawSegment(model, draws);
  const batch = Math.max(0, batchOf(model, index));
  return {
    at: arrivalTime(model, draws, index, replication),
    index,
    segment,
    leadKey: draws.leadKey,
    fields: model.realLeads?.fieldsOf(index, segment) ?? model.segments[segment]?.fields ?? {},
    tally,
    cell: tally.cell(replication, batch, segment),
    follower: null
  };
}

function drawSegment({ segments }: Model, draws: Draws): number {
  if (segments.length === 1) return 0;
  const u = draws.uniform(0, 1, PURPOSE.segment);
  const found = segments.findIndex(({ upTo }) => u < upTo);
  return found < 0 ? segments.length - 1 : found;
}

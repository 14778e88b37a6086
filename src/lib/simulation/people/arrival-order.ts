import type { Draws } from '../chance/draw';
import { arrivalTime } from '../lead/arrival';
import type { Model } from '../model/model';
import type { Share } from '../shares';

/** Numbers of the leads of a share in the order in which they arrive. */
export function arrivalOrder(
  model: Model,
  { from, to, replication }: Share,
  draws: Draws
): Uint32Array {
  const times = new Float64Array(to - from);
  const order = new Uint32Array(to - from);
  for (let place = 0; place < order.length; place++) {
    const lead = from + place;
    draws.lead(lead);
    times[place] = arrivalTime(model, draws, lead, replication);
    order[place] = lead;
  }
  return order.sort((a, b) => (times[a - from] as number) - (times[b - from] as number) || a - b);
}

import type { Model } from '../model/model';
import { batchesOf } from '../statistics/batches';
import type { Tally } from '../statistics/tally';

/** Adds a tally of one replication alone to that of all of them. */
export function addReplication(into: Tally, own: Tally, model: Model, replication: number): void {
  for (let batch = 0; batch < batchesOf(model); batch++)
    model.segments.forEach((_, segment) =>
      into.cell(replication, batch, segment).absorb(own.cell(0, batch, segment))
    );
  into.elapsed.absorb(own.elapsed.columns());
  into.cycle.absorb(own.cycle.columns());
  into.firstResponse.absorb(own.firstResponse.columns());
  into.days.absorb(own.days.columns());
  into.people.absorb(own.people.columns());
}

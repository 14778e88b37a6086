import { present } from '$lib/util';
import { batchesOf } from './batches';
import type { Model } from '../model/model';
import { CadenceTally } from './cadence-tally';
import { DayTally } from './day-tally';
import { PeopleTally } from './people-tally';
import { TimeTally } from './time-tally';

/**
 * Everything counted while leads of a model are simulated, in memory that does not grow with their
 * number: columns of whole numbers, so that tallies of parts can be sent as typed arrays and added up
 * in any order to the same bytes.
 */
export class Tally {
  readonly #model: Model;
  readonly #batches: number;
  /** Of the simulated cadence: one cell for each replication, batch and segment, in this order. */
  readonly cells: readonly CadenceTally[];
  /** Of the linked cadences in the model's order, and last of later runs of the simulated one. */
  readonly linked: readonly CadenceTally[];
  /** By row of the model's signals. */
  readonly signals: Float64Array;
  readonly elapsed = new TimeTally();
  readonly cycle = new TimeTally();
  readonly firstResponse = new TimeTally();
  readonly days: DayTally;
  readonly people: PeopleTally;

  constructor(model: Model) {
    this.#model = model;
    this.#batches = batchesOf(model);
    const cells = model.replications * this.#batches * model.segments.length;
    this.cells = Array.from({ length: cells }, () => new CadenceTally(model.program));
    this.linked = [...model.linked, model].map(({ program }) => new CadenceTally(program));
    this.signals = new Float64Array(model.signals.length);
    this.days = new DayTally(model.midnight);
    this.people = new PeopleTally(model);
  }

  /** Where a lead of the simulated cadence is counted. */
  cell(replication: number, batch: number, segment: number): CadenceTally {
    const segments = this.#model.segments.length;
    return present(
      this.cells[(replication * this.#batches + batch) * segments + segment],
      'cell of a tally'
    );
  }

  /** The columns as they are, not copies: whoever sends them away gives them up. */
  columns(): Float64Array[][] {
    return [
      ...[...this.cells, ...this.linked].map(({ counts, sums }) => [counts, sums]),
      [this.signals],
      this.elapsed.columns(),
      this.cycle.columns(),
      this.firstResponse.columns(),
      this.days.columns(),
      this.people.columns()
    ];
  }

  /** Adds the columns of another tally of the same model. */
  absorb(columns: readonly (readonly Float64Array[])[]): void {
    const rest = [...columns];
    for (const cadence of [...this.cells, ...this.linked]) {
      const [counts, sums] = rest.shift() ?? [];
      if (counts && sums) cadence.absorb({ counts, sums });
    }
    const [signals] = rest.shift() ?? [];
    signals?.forEach((count, row) => (this.signals[row] = (this.signals[row] ?? 0) + count));
    for (const part of [this.elapsed, this.cycle, this.firstResponse, this.days, this.people])
      part.absorb(rest.shift() ?? []);
  }
}

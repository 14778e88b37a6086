import type { Model } from '../model/model';
import { CadenceTally } from './cadence-tally';
import { batchesOf } from './batches';
import { type Tally } from './tally';

/** All cells of a tally together. */
export function wholeOf(model: Model, { cells }: Tally): CadenceTally {
  return together(model, cells);
}

/** The cells of one segment together. */
export function segmentOf(model: Model, { cells }: Tally, segment: number): CadenceTally {
  const many = model.segments.length;
  return together(
    model,
    cells.filter((_, place) => place % many === segment)
  );
}

/** The cells of each batch, one a segment: by replication, then batch. */
export function byBatch(model: Model, { cells }: Tally): readonly (readonly CadenceTally[])[] {
  return inGroups(cells, model.segments.length);
}

/** The cells of each replication, by batch and segment. */
export function byReplication(
  model: Model,
  { cells }: Tally
): readonly (readonly CadenceTally[])[] {
  return inGroups(cells, model.segments.length * batchesOf(model));
}

function together({ program }: Model, cells: readonly CadenceTally[]): CadenceTally {
  const whole = new CadenceTally(program);
  for (const cell of cells) whole.absorb(cell);
  return whole;
}

function inGroups<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (let from = 0; from < all.length; from += size) groups.push(all.slice(from, from + size));
  return groups;
}

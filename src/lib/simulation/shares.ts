import type { Model } from './model/model';
import { batchesOf } from './statistics/batches';

/** Leads `[from, to)` of one replication: what one worker does in one go. */
export interface Share {
  readonly replication: number;
  readonly from: number;
  readonly to: number;
}

/** One share under way. */
export interface ShareRun {
  /** Leads run so far, of this share. */
  readonly done: number;
  /** Runs up to `count` more leads, and returns before long; true when all have been run. */
  run(count: number): boolean;
  /**
   * Ends it before its end: leads under way are counted as unfinished. Leads that share nothing are never
   * under way between two calls of `run`.
   */
  stop?(): void;
}

/**
 * The work of a model in parts that may be done anywhere and in any order, whose tallies add up to the
 * whole. Leads that share people stay together: a part is one replication then. They depend on the model
 * alone, never on how many workers there are.
 */
export function sharesOf(model: Model): readonly Share[] {
  const { leads, replications, staff } = model;
  const shares: Share[] = [];
  for (let replication = 0; replication < replications; replication++) {
    if (staff) {
      shares.push({ replication, from: 0, to: leads });
      continue;
    }
    const batches = batchesOf({ leads, warmUp: model.warmUp });
    for (let batch = 0; batch < batches; batch++)
      shares.push({
        replication,
        from: firstOf(batch, batches, model),
        to: firstOf(batch + 1, batches, model)
      });
  }
  return shares.filter(({ from, to }) => to > from);
}

/**
 * The first lead of a batch (see batchOf). Leads that share nothing do not need others to have been there
 * before: those that would only warm up are left out.
 */
function firstOf(batch: number, batches: number, { leads, warmUp }: Model): number {
  return warmUp + Math.ceil((batch * (leads - warmUp)) / batches);
}

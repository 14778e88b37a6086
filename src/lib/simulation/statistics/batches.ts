interface Batched {
  readonly leads: number;
  /** So many of the first leads are not counted. */
  readonly warmUp: number;
  /** Nobody asks how much batches differ. */
  readonly brief?: boolean;
}

/** Leads are told apart by this many batches, for intervals that hold where leads depend on each other. */
const BATCHES = 20;

/** How many batches the leads of one replication are told apart by. */
export function batchesOf({ leads, warmUp, brief = false }: Batched): number {
  if (brief) return 1;
  return Math.max(1, Math.min(BATCHES, leads - warmUp));
}

/** The batch of a lead; below 0: it only warms up, and is counted in a tally apart. */
export function batchOf(model: Batched, index: number): number {
  if (index < model.warmUp) return -1;
  return Math.floor(((index - model.warmUp) * batchesOf(model)) / (model.leads - model.warmUp));
}

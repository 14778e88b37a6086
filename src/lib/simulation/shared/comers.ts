import { Draws, startOf } from '../chance/draw';
import { arrive, partBySegment } from '../columnar/arrive';
import type { ColumnarPlan } from '../columnar/path';
import { arrivalTime } from '../lead/arrival';
import type { Model } from '../model/model';
import type { Share } from '../shares';
import { batchOf } from '../statistics/batches';
import type { Crowd } from './crowd';
import type { Side } from './side';

/** The leads of a replication in the order in which they come. */
export class Comers {
  readonly #model: Model;
  readonly #plan: ColumnarPlan;
  readonly #share: Share;
  readonly #crowd: Crowd;
  readonly #draws: Draws;
  readonly #starts: readonly Uint16Array[];
  readonly #lengths: Int32Array;
  /** What draws of the replication start from. */
  readonly start: number;
  /** The lead that comes next. */
  #next: number;
  /** When it comes; Infinity: everybody has come. */
  comes: number;

  constructor(model: Model, plan: ColumnarPlan, share: Share, crowd: Crowd) {
    this.#model = model;
    this.#plan = plan;
    this.#share = share;
    this.#crowd = crowd;
    this.#draws = new Draws(model.seed, share.replication);
    this.#starts = plan.flows.map(() => crowd.block.emptyList());
    this.#lengths = new Int32Array(plan.flows.length);
    this.start = startOf(model.seed, share.replication);
    this.#next = share.from;
    this.comes = this.#arrivalOf(share.from);
  }

  /** From when on people's time counts: what comes before warms up. */
  get countsFrom(): number {
    const { warmUp, start } = this.#model;
    return warmUp > 0 ? this.#arrivalOf(warmUp) : start;
  }

  /** The next lead only warms up. */
  get warms(): boolean {
    return this.#next < this.#model.warmUp;
  }

  /** Lets a block of leads of one side come; how many, -1: some come too late to go on here. */
  come({ scratch, sweeps }: Side): number {
    const { block } = this.#crowd;
    const { flows, tables } = this.#plan;
    const { replication } = this.#share;
    const from = this.#next;
    const to = Math.min(from + block.size, this.warms ? this.#model.warmUp : this.#share.to);
    const count = to - from;
    const [flow] = flows;
    if (!flow) return -1;
    const coming = { start: this.start, replication, from, count };
    if (!arrive(this.#model, coming, block, flow.calendar, scratch.arrivals, tables.limit))
      return -1;
    block.touched.fill(0);
    this.#identify(from, count);
    partBySegment(this.#model, count, block, this.#starts, this.#lengths);
    sweeps.forEach((sweep, segment) =>
      sweep.begin(this.#starts[segment] as Uint16Array, this.#lengths[segment] as number)
    );
    this.#next = to;
    this.comes = this.#arrivalOf(to);
    return count;
  }

  /** Numbers of the leads of the block, from lead `from` on, and their batches. */
  #identify(from: number, count: number): void {
    const { lead, batch } = this.#crowd;
    const first = Math.max(0, batchOf(this.#model, from));
    if (first === Math.max(0, batchOf(this.#model, from + count - 1))) batch.fill(first);
    else for (let j = 0; j < count; j++) batch[j] = batchOf(this.#model, from + j);
    for (let j = 0; j < count; j++) lead[j] = from + j;
  }

  #arrivalOf(lead: number): number {
    const { replication, to } = this.#share;
    if (lead >= to) return Infinity;
    this.#draws.lead(lead);
    return arrivalTime(this.#model, this.#draws, lead, replication);
  }
}

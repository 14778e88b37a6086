import { startOf } from '../chance/draw';
import type { Model } from '../model/model';
import type { Share, ShareRun } from '../shares';
import { batchOf } from '../statistics/batches';
import { type Tally } from '../statistics/tally';
import { arrive, partBySegment } from './arrive';
import { BLOCK, Block, LARGEST, useColumns } from './block';
import type { CalendarTable } from './calendar-table';
import type { Flow } from './flow';
import { bringIn, type Column } from './numbers';
import type { ColumnarPlan } from './path';
import { Scratch } from './scratch';
import { Sweep } from './sweep';

/** Runs leads `[from, to)` of a replication by the general path. */
export type General = (share: Share) => void;

/** Rounds of a loop have less and less leads: it is worth beginning with many. */
function sizeFor(flows: readonly Flow[]): number {
  const loops = flows.some(({ groups }) => groups.some(({ again }) => again));
  return loops ? LARGEST : Math.min(LARGEST, flows.length * BLOCK);
}

/** What the blocks of a plan are worked on with; one after the other, so that one is enough. */
class Bench {
  readonly block: Block;
  readonly scratch: Scratch;
  readonly sweeps: readonly Sweep[];
  readonly calendar: CalendarTable;
  readonly starts: readonly Uint16Array[];
  readonly lengths: Int32Array;

  constructor(model: Model, { flows, tables }: ColumnarPlan) {
    const { base, limit, until } = tables;
    this.block = new Block(sizeFor(flows));
    const { size } = this.block;
    this.scratch = new Scratch(model, flows.length, size, base, until);
    this.sweeps = flows.map(
      (flow, segment) => new Sweep(flow, segment, this.block, this.scratch, limit)
    );
    this.calendar = (flows[0] as Flow).calendar;
    this.starts = flows.map(() => this.block.emptyList());
    this.lengths = new Int32Array(flows.length);
  }
}

const benches = new WeakMap<ColumnarPlan, Bench>();

/** A share by the columnar path: block after block, each step for all leads of a block that come to it. */
export class ColumnarRun implements ShareRun {
  readonly #model: Model;
  readonly #share: Share;
  readonly #tally: Tally;
  readonly #limit: number;
  readonly #columns: readonly Column[];
  readonly #bench: Bench;
  readonly #start: number;
  readonly #general: General;
  #next: number;

  constructor(model: Model, plan: ColumnarPlan, share: Share, tally: Tally, general: General) {
    let bench = benches.get(plan);
    if (!bench) benches.set(plan, (bench = new Bench(model, plan)));
    this.#model = model;
    this.#share = share;
    this.#tally = tally;
    this.#limit = plan.tables.limit;
    this.#columns = plan.columns;
    this.#bench = bench;
    this.#start = startOf(model.seed, share.replication);
    this.#general = general;
    this.#next = share.from;
  }

  get done(): number {
    return this.#next - this.#share.from;
  }

  run(count: number): boolean {
    const { to } = this.#share;
    const end = Math.min(to, this.#next + count);
    useColumns(null);
    bringIn(this.#columns);
    while (this.#next < end) this.#next = this.#blockTo(end);
    return this.#next === to;
  }

  /** Runs a block of leads that are counted together; returns the lead after them. */
  #blockTo(end: number): number {
    const model = this.#model;
    const from = this.#next;
    const { replication } = this.#share;
    const { block, scratch } = this.#bench;
    const batch = batchOf(model, from);
    let to = Math.min(end, from + block.size);
    while (batchOf(model, to - 1) > batch) to--;
    if (!this.#live(from, to - from)) {
      scratch.clear();
      this.#general({ replication, from, to });
      return to;
    }
    const cells = model.segments.map((_, segment) => this.#tally.cell(replication, batch, segment));
    scratch.commit(this.#tally, cells);
    return to;
  }

  /** False: some of the leads must be run by the general path. */
  #live(from: number, count: number): boolean {
    const { block, scratch, sweeps, starts, lengths, calendar } = this.#bench;
    const coming = { start: this.#start, replication: this.#share.replication, from, count };
    if (!arrive(this.#model, coming, block, calendar, scratch.arrivals, this.#limit)) return false;
    block.touched.fill(0);
    partBySegment(this.#model, count, block, starts, lengths);
    return sweeps.every((sweep, segment) =>
      sweep.run(starts[segment] as Uint16Array, lengths[segment] as number)
    );
  }
}

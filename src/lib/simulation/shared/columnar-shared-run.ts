import type { Model } from '../model/model';
import type { Share, ShareRun } from '../shares';
import { batchesOf, batchOf } from '../statistics/batches';
import { Tally } from '../statistics/tally';
import { BLOCK } from '../columnar/block';
import { bringIn, type Column } from '../columnar/numbers';
import type { Flow } from '../columnar/flow';
import type { ColumnarPlan } from '../columnar/path';
import { addReplication } from './add-replication';
import { AskOrder } from './ask-order';
import type { BatchCounts } from './batch-counts';
import { Comers } from './comers';
import { Crowd } from './crowd';
import { INT, ParkedLeads } from './parked-leads';
import { PeopleCounts } from './people-counts';
import { Places } from './places';
import type { Service } from './service';
import { serviceOf } from './service-of';
import type { SharedPlan } from './shared-plan';
import { sideOf, type Side } from './side';
import { takeUp } from './take-up';

/** Tasks that may be served for every lead that is asked for, so that a run returns in time. */
const TASKS = 8;

/** Sums of so many leads that pass by are exact. */
const EXACT = 65_536;

/**
 * A replication whose leads share people, column by column: leads go ahead of time until their task asks
 * for somebody, and wait in buckets of time for the turn of that instant (SIM-39).
 */
export class ColumnarSharedRun implements ShareRun {
  readonly #model: Model;
  readonly #columns: readonly Column[];
  readonly #shared: SharedPlan;
  readonly #share: Share;
  readonly #into: Tally;
  /** What is counted until the end is in sight: the general path may have to run them all. */
  readonly #tally: Tally;
  readonly #crowd = new Crowd(BLOCK);
  readonly #comers: Comers;
  readonly #parked: ParkedLeads;
  readonly #order: AskOrder;
  readonly #places: Places;
  readonly #people: PeopleCounts;
  /** Of leads that are counted, and of those that warm up. */
  readonly #sides: readonly Side[];
  readonly #service: Service;
  readonly #general: () => ShareRun;
  #instead: ShareRun | null = null;
  #passed = 0;
  done = 0;

  /** `general` runs the same by the general path. */
  constructor(
    model: Model,
    plan: ColumnarPlan,
    shared: SharedPlan,
    share: Share,
    tally: Tally,
    general: () => ShareRun
  ) {
    const { flows, tables } = plan;
    const { staff, width } = shared;
    const { base, limit } = tables;
    this.#model = model;
    this.#columns = plan.columns;
    this.#shared = shared;
    this.#share = share;
    this.#into = tally;
    this.#tally = new Tally({ ...model, replications: 1 });
    this.#general = general;
    this.#comers = new Comers(model, plan, share, this.#crowd);
    this.#parked = new ParkedLeads(base, limit, width, Math.max(...flows.map(columnsOf)));
    this.#order = new AskOrder(this.#parked);
    const sides = model.warmUp > 0 ? [batchesOf(model), 1] : [batchesOf(model)];
    this.#places = new Places(flows, sides.length);
    this.#people = new PeopleCounts(staff, this.#comers.countsFrom);
    const tools = {
      crowd: this.#crowd,
      parked: this.#parked,
      places: this.#places,
      order: this.#order,
      people: this.#people,
      limit,
      goOn: () => this.#goOn()
    };
    this.#sides = sides.map((batches) => sideOf(model, plan, staff, tools, batches));
    this.#service = serviceOf(model, shared, share.to - share.from, tools);
  }

  /** Whether it was left to the general path. */
  get isLeft(): boolean {
    return this.#instead !== null;
  }

  run(count: number): boolean {
    if (this.#instead) return this.#runInstead(count);
    bringIn(this.#columns);
    const leads = this.#share.to - this.#share.from;
    const end = Math.min(leads, this.done + count);
    for (let tasks = count * TASKS; tasks > 0 && this.done < end; tasks -= BLOCK)
      if (!this.#step()) {
        this.#instead = this.#general();
        return this.#runInstead(count);
      }
    if (this.done < leads) return false;
    this.#commit();
    return true;
  }

  stop(): void {
    if (this.#instead) {
      this.#instead.stop?.();
      this.done = Math.max(this.done, this.#instead.done);
      return;
    }
    const { ints, words } = this.#parked;
    for (const row of this.#parked.everybody()) {
      const place = this.#places.all[ints[row * 2 * words + INT.place] as number];
      const lead = ints[row * 2 * words + INT.lead] as number;
      this.done++;
      if (!place || lead < this.#model.warmUp) continue;
      const counts = this.#sides[0]?.counts[place.segment] as BatchCounts;
      const at = place.group * counts.batches + batchOf(this.#model, lead);
      counts.stopped[at] = (counts.stopped[at] as number) + 1;
    }
    this.#commit();
  }

  #runInstead(count: number): boolean {
    const { done } = this;
    const isOver = this.#instead?.run(count) ?? true;
    this.done = Math.max(done, this.#instead?.done ?? 0);
    return isOver;
  }

  /** A block of leads comes, a bucket is opened, or some of those in it are served. */
  #step(): boolean {
    const parked = this.#parked;
    const service = this.#service;
    if (!service.isOver) {
      if (!service.serve()) return false;
      return !service.isOver || this.#goOn();
    }
    const { comes } = this.#comers;
    if (parked.size === 0 && service.idle && comes < Infinity) parked.skipTo(comes);
    if (comes < parked.ends) return this.#arrive();
    if (parked.isOver) return false;
    let count = parked.open();
    while (count === 0 && service.idle && parked.size > 0 && parked.ends <= comes)
      count = parked.open();
    if (count === 0 && service.idle) return true;
    const until = parked.ends - this.#shared.width;
    this.#order.sort(count);
    service.open(count, until);
    return true;
  }

  /** The next leads come; those that warm up, and others, apart. */
  #arrive(): boolean {
    const side = this.#sides[this.#comers.warms ? 1 : 0] as Side;
    const count = this.#comers.come(side);
    return count >= 0 && this.#sweepAll(count);
  }

  /** The tasks of the leads of the block are begun: they go on from where they are done. */
  #goOn(): boolean {
    const crowd = this.#crowd;
    const parked = this.#parked;
    takeUp(parked, crowd, this.#places, this.#comers.start);
    if (!this.#sweepAll(crowd.count)) return false;
    parked.give(crowd.rows, crowd.count);
    crowd.count = 0;
    return true;
  }

  /** Brings `count` leads of the block as far as they go. */
  #sweepAll(count: number): boolean {
    if (count === 0) return true;
    this.#passed += count;
    for (const { sweeps, scratch } of this.#sides) {
      for (const sweep of sweeps) {
        if (!sweep.run()) return false;
        this.done += sweep.ended;
      }
      if (scratch === this.#sides[0]?.scratch) scratch.commit(this.#tally, []);
      else scratch.clear();
    }
    if (this.#passed > EXACT) this.#flush();
    return true;
  }

  #flush(): void {
    this.#passed = 0;
    this.#sides.forEach(({ counts }, side) =>
      counts.forEach((each, segment) => {
        if (side > 0) each.clear();
        else each.flush((batch) => this.#tally.cell(0, batch, segment));
      })
    );
    this.#people.flush(this.#tally.people);
  }

  /** Everything counted is added to the tally. */
  #commit(): void {
    this.#flush();
    const { replication } = this.#share;
    addReplication(this.#into, this.#tally, this.#model, replication);
    this.#people.summarize(this.#into.people, replication);
  }
}

/** Columns of 16 bits that are kept of leads: how often they came to groups, and what was found out last. */
function columnsOf({ groups, columns }: Flow): number {
  return columns + groups.filter(({ again }) => again).length;
}

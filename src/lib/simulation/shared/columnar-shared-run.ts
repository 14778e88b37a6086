import { Draws, startOf } from '../chance/draw';
import { arrivalTime } from '../lead/arrival';
import type { Model } from '../model/model';
import type { Share, ShareRun } from '../shares';
import { batchesOf, batchOf } from '../statistics/batches';
import { Tally } from '../statistics/tally';
import { arrive, partBySegment } from '../columnar/arrive';
import { BLOCK } from '../columnar/block';
import type { Flow } from '../columnar/flow';
import type { ColumnarPlan } from '../columnar/path';
import { Scratch } from '../columnar/scratch';
import { addReplication } from './add-replication';
import { AskOrder } from './ask-order';
import { AtDesk, type TaskAt } from './at-desk';
import { BatchCounts } from './batch-counts';
import { Crowd } from './crowd';
import type { CalendarTable } from '../columnar/calendar-table';
import { Lines } from './lines';
import { INT, ParkedLeads } from './parked-leads';
import { PeopleCounts } from './people-counts';
import { Places } from './places';
import type { Service } from './service';
import type { SharedPlan } from './shared-plan';
import { SharedSweep } from './shared-sweep';
import { takeUp } from './take-up';

/** Tasks that may be served for every lead that is asked for, so that a run returns in time. */
const TASKS = 8;

/** Sums of so many leads that pass by are exact. */
const EXACT = 65_536;

/** Of leads that are counted together, or that only warm up. */
interface Side {
  readonly scratch: Scratch;
  /** One a segment. */
  readonly counts: readonly BatchCounts[];
  readonly sweeps: readonly SharedSweep[];
}

/**
 * A replication whose leads share people, column by column: leads go ahead of time until their task asks
 * for somebody, and wait in buckets of time for the turn of that instant (SIM-39).
 */
export class ColumnarSharedRun implements ShareRun {
  readonly #model: Model;
  readonly #flows: readonly Flow[];
  readonly #limit: number;
  readonly #shared: SharedPlan;
  readonly #share: Share;
  readonly #into: Tally;
  /** What is counted until the end is in sight: the general path may have to run them all. */
  readonly #tally: Tally;
  readonly #draws: Draws;
  readonly #start: number;
  readonly #crowd = new Crowd(BLOCK);
  readonly #parked: ParkedLeads;
  readonly #order: AskOrder;
  readonly #people: PeopleCounts;
  readonly #service: Service;
  readonly #sides: readonly Side[];
  readonly #places: Places;
  readonly #starts: readonly Uint16Array[];
  readonly #lengths: Int32Array;
  readonly #general: () => ShareRun;
  #instead: ShareRun | null = null;
  /** The lead that comes next, and when. */
  #next: number;
  #comes: number;
  #passed = 0;
  done = 0;

  /** `general` runs the same by the general path. */
  constructor(
    model: Model,
    { flows, tables }: ColumnarPlan,
    shared: SharedPlan,
    share: Share,
    tally: Tally,
    general: () => ShareRun
  ) {
    const { base, limit, until } = tables;
    const { program, warmUp, segments } = model;
    const { staff, lines, width } = shared;
    this.#model = model;
    this.#flows = flows;
    this.#limit = limit;
    this.#shared = shared;
    this.#share = share;
    this.#into = tally;
    this.#tally = new Tally({ ...model, replications: 1 });
    this.#draws = new Draws(model.seed, share.replication);
    this.#start = startOf(model.seed, share.replication);
    this.#general = general;
    this.#starts = flows.map(() => this.#crowd.block.list());
    this.#lengths = new Int32Array(segments.length);
    this.#next = share.from;
    this.#comes = this.#arrivalOf(this.#next);
    const shorts = Math.max(
      ...flows.map(({ groups, columns }) => columns + groups.filter(({ again }) => again).length)
    );
    this.#parked = new ParkedLeads(base, limit, width, shorts);
    this.#order = new AskOrder(this.#parked);
    const countsFrom = warmUp > 0 ? this.#arrivalOf(warmUp) : model.start;
    this.#people = new PeopleCounts(staff, countsFrom);
    this.#places = new Places(flows, warmUp > 0 ? 2 : 1);
    const side = (batches: number): Side => {
      const scratch = new Scratch(program, 0, BLOCK, base, until);
      const counts = flows.map((flow) => new BatchCounts(flow, program.op.length, batches));
      const sweeps = flows.map((flow, segment) =>
        this.#sweep(flow, segment, scratch, counts[segment] as BatchCounts)
      );
      return { scratch, counts, sweeps };
    };
    this.#sides = [side(batchesOf(model)), ...(warmUp > 0 ? [side(1)] : [])];
    this.#service = lines ? this.#lines(lines) : this.#desk();
  }

  /** Whether it was left to the general path. */
  get isLeft(): boolean {
    return this.#instead !== null;
  }

  run(count: number): boolean {
    if (this.#instead) return this.#runInstead(count);
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
    if (parked.size === 0 && service.idle && this.#comes < Infinity) parked.skipTo(this.#comes);
    if (this.#comes < parked.ends) return this.#arrive();
    if (parked.isOver) return false;
    let count = parked.open();
    while (count === 0 && service.idle && parked.size > 0 && parked.ends <= this.#comes)
      count = parked.open();
    if (count === 0 && service.idle) return true;
    const until = parked.ends - this.#shared.width;
    this.#order.sort(count);
    service.open(count, until);
    return true;
  }

  /** What is asked for at the places of all sweeps. */
  #tasks(): readonly TaskAt[] {
    const { steps, segments } = this.#model;
    const asks = this.#shared.staff.asks[0];
    return this.#places.all.map(({ task, segment }) => ({
      demand: asks?.[task] ?? -1,
      step: steps[task]?.key ?? 0,
      priority: (steps[task]?.priority ?? 0) + (segments[segment]?.priority ?? 0)
    }));
  }

  #lines(tables: readonly CalendarTable[]): Lines {
    const { staff } = this.#shared;
    const tasks = this.#tasks();
    const leads = this.#share.to - this.#share.from;
    const levels =
      staff.order === 'fifo' ? [0] : [...new Set(tasks.map(({ priority }) => priority))];
    levels.sort((a, b) => b - a);
    const tools = {
      crowd: this.#crowd,
      parked: this.#parked,
      order: this.#order,
      people: this.#people,
      limit: this.#limit,
      groupAt: Int32Array.from(tasks, ({ demand }) => staff.demands[demand]?.groups[0] ?? -1),
      levelAt: Int32Array.from(tasks, ({ priority }) => levels.indexOf(priority)),
      goOn: () => this.#goOn()
    };
    const teams = staff.groups.map(({ count, effort }, group) => ({
      // A lead asks for one at a time: more people than leads are never busy.
      count: Math.min(count, leads),
      hours: tables[group] as CalendarTable,
      factor: effort
    }));
    return new Lines(tools, teams, levels.length);
  }

  #desk(): AtDesk {
    return new AtDesk(this.#shared.staff, {
      crowd: this.#crowd,
      parked: this.#parked,
      people: this.#people,
      limit: this.#limit,
      tasks: this.#tasks(),
      goOn: () => this.#goOn()
    });
  }

  #sweep(flow: Flow, segment: number, scratch: Scratch, counts: BatchCounts): SharedSweep {
    return new SharedSweep(flow, {
      crowd: this.#crowd,
      scratch,
      counts,
      parked: this.#parked,
      places: this.#places,
      limit: this.#limit,
      firstPlace: this.#places.add(flow, segment, () => this.#crowd.block.list())
    });
  }

  #arrivalOf(lead: number): number {
    const { replication, to } = this.#share;
    if (lead >= to) return Infinity;
    this.#draws.lead(lead);
    return arrivalTime(this.#model, this.#draws, lead, replication);
  }

  /** Numbers of the leads of the block, from lead `from` on, and their batches. */
  #identify(from: number, count: number): void {
    const { lead, batch } = this.#crowd;
    const first = Math.max(0, batchOf(this.#model, from));
    if (first === Math.max(0, batchOf(this.#model, from + count - 1))) batch.fill(first);
    else for (let j = 0; j < count; j++) batch[j] = batchOf(this.#model, from + j);
    for (let j = 0; j < count; j++) lead[j] = from + j;
  }

  /** The next leads come; those that warm up, and others, apart. */
  #arrive(): boolean {
    const { warmUp } = this.#model;
    const from = this.#next;
    const warms = from < warmUp;
    const to = Math.min(from + BLOCK, warms ? warmUp : this.#share.to);
    const side = this.#sides[warms ? 1 : 0] as Side;
    const crowd = this.#crowd;
    const { block } = crowd;
    const count = to - from;
    const coming = { start: this.#start, replication: this.#share.replication, from, count };
    const { calendar } = this.#flows[0] as Flow;
    const { arrivals } = side.scratch;
    if (!arrive(this.#model, coming, block, calendar, arrivals, this.#limit)) return false;
    block.touched.fill(0);
    this.#identify(from, count);
    partBySegment(this.#model, count, block, this.#starts, this.#lengths);
    side.sweeps.forEach((sweep, segment) =>
      sweep.begin(this.#starts[segment] as Uint16Array, this.#lengths[segment] as number)
    );
    this.#next = to;
    this.#comes = this.#arrivalOf(to);
    return this.#sweepAll(count);
  }

  /** The tasks of the leads of the block are begun: they go on from where they are done. */
  #goOn(): boolean {
    const crowd = this.#crowd;
    const parked = this.#parked;
    takeUp(parked, crowd, this.#places, this.#start);
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

import { SERIES } from '../statistics/day-tally';
import {
  countDays,
  partByLast,
  partByShare,
  partMany,
  partThree,
  partTwo
} from '../columnar/choices';
import type { Flow, Group, Operation, Pass, Way } from '../columnar/flow';
import {
  allWithin,
  copyTime,
  countSpans,
  countVisits,
  noteArrivals,
  noteEnds,
  noteFirst
} from '../columnar/milestones';
import { letPass, type Here } from '../columnar/operate';
import type { Scratch } from '../columnar/scratch';
import { SUM, type BatchCounts } from './batch-counts';
import {
  addFigures,
  addGathered,
  countAnswers,
  countBatches,
  countFirsts,
  countLateOf
} from './by-batch';
import type { Crowd } from './crowd';
import { AT, INT, type ParkedLeads } from './parked-leads';
import { stretchesOf, type Stretches } from './stretches';

/** What a sweep works with. */
export interface SweepTools {
  readonly crowd: Crowd;
  readonly scratch: Scratch;
  readonly counts: BatchCounts;
  readonly parked: ParkedLeads;
  /** Leads must not stand later. */
  readonly limit: number;
  /** Number of its first group among those of all sweeps. */
  readonly firstPlace: number;
}

/**
 * Leads of one segment on their way through the groups of a flow, from their arrival or from where their
 * task is done, to where the next one asks for people, or to their ends.
 */
export class SharedSweep {
  readonly #flow: Flow;
  readonly #tools: SweepTools;
  readonly #stretches: readonly Stretches[];
  /** The leads that stand in front of each group, and those whose task there is done. */
  readonly #lists: Uint16Array[];
  readonly #lengths: Int32Array;
  readonly #served: readonly (Uint16Array | null)[];
  readonly #done: Int32Array;
  readonly #visits: readonly (Uint16Array | null)[];
  readonly #last: readonly Int16Array[];
  /** Whether anything but times is kept of leads. */
  readonly #keeps: boolean;
  readonly #spare: Uint16Array[] = [];
  readonly #to: Uint16Array[] = [];
  readonly #filled: Int32Array;
  /** Leads that came to their ends in the last run. */
  ended = 0;

  constructor(flow: Flow, tools: SweepTools) {
    const { groups, columns } = flow;
    const { block } = tools.crowd;
    this.#flow = flow;
    this.#tools = tools;
    this.#stretches = stretchesOf(flow);
    this.#lists = groups.map(() => block.list());
    this.#lengths = new Int32Array(groups.length);
    this.#served = this.#stretches.map(({ asks }) => (asks < 0 ? null : block.list()));
    this.#done = new Int32Array(groups.length);
    this.#visits = groups.map(({ again }) => (again ? new Uint16Array(block.size) : null));
    this.#last = Array.from({ length: columns }, () => new Int16Array(block.size));
    this.#keeps = columns > 0 || groups.some(({ again }) => again);
    this.#filled = new Int32Array(Math.max(...groups.map(({ ways }) => ways.length)));
  }

  /** A new lead of the block at a place begins. */
  begin(place: number): void {
    const count = this.#lengths[0] as number;
    (this.#lists[0] as Uint16Array)[count] = place;
    this.#lengths[0] = count + 1;
    if (!this.#keeps) return;
    for (let group = 0; group < this.#visits.length; group++) {
      const visits = this.#visits[group];
      if (visits) visits[place] = 0;
    }
    for (let column = 0; column < this.#last.length; column++)
      (this.#last[column] as Int16Array)[place] = -1;
  }

  /** A lead of a row of those parked goes on at a place of the block: its task at a group is done. */
  goOn(place: number, row: number, group: number): void {
    const count = this.#done[group] as number;
    (this.#served[group] as Uint16Array)[count] = place;
    this.#done[group] = count + 1;
    if (!this.#keeps) return;
    const { parked } = this.#tools;
    let at = parked.shortsOf(row);
    for (let other = 0; other < this.#visits.length; other++) {
      const visits = this.#visits[other];
      if (visits) visits[place] = parked.shorts[at++] as number;
    }
    for (let column = 0; column < this.#last.length; column++)
      (this.#last[column] as Int16Array)[place] = parked.shorts[at++] as number;
  }

  /** Brings everybody as far as they go; false: the general path has to run them all. */
  run(): boolean {
    this.ended = 0;
    for (let again = true; again;) {
      again = false;
      for (let index = 0; index < this.#lengths.length; index++) {
        const group = this.#flow.groups[index] as Group;
        const done = this.#done[index] as number;
        const here = this.#lengths[index] as number;
        if (done > 0 && !this.#leave(group, index, done)) return false;
        if (here > 0 && !this.#come(group, index, here)) return false;
        if (done + here === 0) continue;
        again ||= group.ways.some(({ to }) => to <= index && (this.#lengths[to] as number) > 0);
      }
    }
    return true;
  }

  /** Their task is done. */
  #leave(group: Group, index: number, count: number): boolean {
    const { crowd, scratch, limit } = this.#tools;
    const { block } = crowd;
    const list = this.#served[index] as Uint16Array;
    this.#done[index] = 0;
    if (!allWithin(list, count, block, limit, null, 0)) return false;
    const visits = this.#visits[index];
    let most = 1;
    if (visits)
      for (let j = 0; j < count; j++) {
        const visit = visits[list[j] as number] as number;
        block.turns[j] = visit;
        if (visit > most) most = visit;
      }
    this.#noteWork(group.taskPc, list, count);
    scratch.spans(SERIES.waiting, (days, last) =>
      countSpans(list, count, block.opened, crowd.begins, days, last)
    );
    const here: Here = { list, count, most, segment: 0, limit };
    for (const operation of this.#stretches[index]?.after ?? [])
      if (!this.#operate(operation, here)) return false;
    this.#go(group, index, here);
    return true;
  }

  #noteWork(pc: number, list: Uint16Array, count: number): void {
    const { counts, crowd } = this.#tools;
    const { batch, asked, begins, effort, spent, block } = crowd;
    const { sums } = counts;
    const waited = counts.sumRow(SUM.waited, pc);
    const worked = counts.sumRow(SUM.worked, pc);
    const idle = counts.sumRow(SUM.idle, pc);
    for (let j = 0; j < count; j++) {
      const i = list[j] as number;
      const of = batch[i] as number;
      const from = begins[i] as number;
      const work = effort[i] as number;
      sums[waited + of] = (sums[waited + of] as number) + (from - (asked[i] as number));
      sums[worked + of] = (sums[worked + of] as number) + work;
      sums[idle + of] = (sums[idle + of] as number) + ((block.time[i] as number) - from - work);
      counts.spent[of] = (counts.spent[of] as number) + (spent[i] as number);
    }
  }

  /** They come to a group, and go on, end, or ask for people. */
  #come(group: Group, index: number, count: number): boolean {
    const { crowd, counts, limit } = this.#tools;
    const { block } = crowd;
    const list = this.#lists[index] as Uint16Array;
    this.#lists[index] = this.#spare.pop() ?? block.list();
    this.#lengths[index] = 0;
    const visits = this.#visits[index] ?? null;
    const { mostVisits } = this.#flow;
    if (group.screened && !allWithin(list, count, block, limit, visits, mostVisits)) return false;
    let most = 1;
    if (visits) {
      countVisits(list, count, visits, block.turns);
      countFirsts(list, count, visits, crowd.batch, counts.firsts, index * counts.batches);
      for (let j = 0; j < count; j++) most = Math.max(most, block.turns[j] as number);
    }
    const here: Here = { list, count, most, segment: 0, limit };
    const { before, asks } = this.#stretches[index] as Stretches;
    for (const operation of before) if (!this.#operate(operation, here)) return false;
    if (asks >= 0) {
      if (!this.#park(here, index)) return false;
    } else this.#go(group, index, here);
    this.#spare.push(list);
    return true;
  }

  /** They wait until it is the turn of the instant at which they ask. */
  #park(here: Here, group: number): boolean {
    const { crowd, parked, scratch, limit, firstPlace } = this.#tools;
    const { block, lead, asked, batch } = crowd;
    const { list, count } = here;
    this.#drawWork(here, this.#stretches[group]?.work ?? []);
    const { words } = parked;
    const dueAt = this.#stretches[group]?.isDue ? block.due : block.opened;
    for (let j = 0; j < count; j++) {
      const i = list[j] as number;
      const t = asked[i] as number;
      if (t >= limit) return false;
      const row = parked.add(t);
      if (row < 0) return false;
      const { floats, ints, shorts } = parked;
      const at = row * words;
      floats[at + AT.asked] = t;
      floats[at + AT.arrived] = block.arrived[i] as number;
      floats[at + AT.opened] = block.opened[i] as number;
      floats[at + AT.due] = dueAt[i] as number;
      floats[at + AT.effort] = block.time[i] as number;
      ints[2 * at + INT.lead] = lead[i] as number;
      ints[2 * at + INT.place] = firstPlace + group;
      ints[2 * at + INT.marks] = (block.touched[i] as number) + 2 * (batch[i] as number);
      if (t > scratch.latest) scratch.latest = t;
      if (!this.#keeps) continue;
      let short = parked.shortsOf(row);
      for (let other = 0; other < this.#visits.length; other++) {
        const visits = this.#visits[other];
        if (visits) shorts[short++] = visits[i] as number;
      }
      for (let column = 0; column < this.#last.length; column++)
        shorts[short++] = (this.#last[column] as Int16Array)[i] as number;
    }
    return true;
  }

  /** How long their work takes is where they stand then; when they ask is kept. */
  #drawWork(here: Here, work: readonly Pass[]): void {
    const { list, count } = here;
    const { block, asked } = this.#tools.crowd;
    const { time } = block;
    for (let j = 0; j < count; j++) {
      const i = list[j] as number;
      asked[i] = time[i] as number;
      time[i] = 0;
    }
    for (const pass of work) letPass(pass, { ...here, limit: Infinity }, block);
  }

  #operate(operation: Operation, here: Here): boolean {
    const { crowd, scratch, counts } = this.#tools;
    const { block, batch } = crowd;
    const { list, count, limit } = here;
    switch (operation.type) {
      case 'screen':
        return allWithin(list, count, block, limit, null, 0);
      case 'opened':
        copyTime(list, count, block.time, block.opened);
        return true;
      case 'due':
        copyTime(list, count, block.time, block.due);
        copyTime(list, count, block.opened, block.time);
        return true;
      case 'begun':
        scratch.spans(SERIES.waiting, (days, last) =>
          countSpans(list, count, block.opened, block.time, days, last)
        );
        return true;
      case 'done': {
        const row = operation.pc * counts.batches;
        countLateOf(list, count, block.time, block.due, batch, counts.late, row);
        scratch.spans(SERIES.overdue, (days, last) =>
          countSpans(list, count, block.due, block.time, days, last)
        );
        return true;
      }
      case 'touched':
        countDays(list, count, block, scratch.touches);
        return true;
      case 'first': {
        const { time, arrived, touched } = block;
        const { answered, response } = counts;
        countAnswers(list, count, time, arrived, touched, batch, answered, response);
        noteFirst(list, count, block, operation.all, scratch.firstResponse);
        return true;
      }
      case 'asks':
        return false;
      default:
        this.#letPass(operation, here);
        return true;
    }
  }

  #letPass(pass: Pass, here: Here): void {
    const { crowd, counts } = this.#tools;
    const { block, batch } = crowd;
    if (pass.counted === 'nothing') {
      letPass(pass, here, block);
      return;
    }
    const { list, count } = here;
    const row = counts.sumRow(SUM[pass.counted], pass.pc);
    addFigures(list, count, block.time, -1, batch, counts.sums, row);
    letPass(pass, here, block);
    addFigures(list, count, block.time, 1, batch, counts.sums, row);
  }

  #go(group: Group, index: number, here: Here): void {
    if (group.end) this.#end(index, here);
    else if (group.part.type === 'all') this.#goOneWay(group, index, here);
    else this.#part(group, index, here);
  }

  #end(index: number, { list, count }: Here): void {
    const { crowd, scratch, counts } = this.#tools;
    const { block, batch } = crowd;
    const { elapsed, cycle, ends } = scratch;
    const from = elapsed.count;
    noteArrivals(list, count, block, this.#flow.calendar);
    const latest = noteEnds(list, count, block, this.#flow.calendar, elapsed, cycle, ends);
    scratch.latest = Math.max(scratch.latest, latest);
    addGathered(list, count, elapsed.values, from, batch, counts.elapsed);
    addGathered(list, count, cycle.values, from, batch, counts.cycle);
    countBatches(list, 0, count, batch, counts.ways, counts.wayRow(index, 0));
    this.ended += count;
  }

  #goOneWay(group: Group, index: number, { list, count }: Here): void {
    const way = group.ways[0] as Way;
    const there = this.#lengths[way.to] as number;
    this.#went(group, index, 0, list, 0, count);
    (this.#lists[way.to] as Uint16Array).set(list.subarray(0, count), there);
    this.#lengths[way.to] = there + count;
  }

  #part(group: Group, index: number, { list, count, most }: Here): void {
    const { ways, part } = group;
    const { crowd, scratch } = this.#tools;
    const { block } = crowd;
    const to = this.#to;
    const filled = this.#filled;
    ways.forEach((way, row) => {
      // Of ways that lead to the same group only the first one can write to its list.
      const own = ways.findIndex((other) => other.to === way.to) === row;
      to[row] = own ? (this.#lists[way.to] as Uint16Array) : (this.#spare.pop() ?? block.list());
      filled[row] = own ? (this.#lengths[way.to] as number) : 0;
    });
    const spots = 'spot' in part ? block.spotsOf(part.spot, count, most) : block.spots;
    switch (part.type) {
      case 'two':
        partTwo(list, count, block, spots, part.limit, scratch.touches, to, filled);
        break;
      case 'three': {
        const { limit, other } = part;
        partThree(list, count, block, spots, limit, other, scratch.touches, to, filled);
        break;
      }
      case 'many':
        partMany(list, count, block, spots, part.choice, part.wayOf, to, filled);
        break;
      case 'share':
        partByShare(list, count, block, part.key, part.upTo, to, filled);
        break;
      case 'last': {
        const column = this.#last[part.column] as Int16Array;
        partByLast(list, count, column, part.wayOf, to, filled);
        break;
      }
      case 'all':
        break;
    }
    ways.forEach((way, row) => {
      const kept = to[row] as Uint16Array;
      const there = this.#lengths[way.to] as number;
      const length = filled[row] as number;
      if (kept === this.#lists[way.to]) {
        this.#went(group, index, row, kept, there, length);
        this.#lengths[way.to] = length;
        return;
      }
      this.#went(group, index, row, kept, 0, length);
      (this.#lists[way.to] as Uint16Array).set(kept.subarray(0, length), there);
      this.#lengths[way.to] = there + length;
      this.#spare.push(kept);
    });
  }

  /** The leads from place `from` to `to` of a list went a way. */
  #went(
    { columns, ways }: Group,
    index: number,
    way: number,
    list: Uint16Array,
    from: number,
    to: number
  ): void {
    const { counts, crowd } = this.#tools;
    countBatches(list, from, to, crowd.batch, counts.ways, counts.wayRow(index, way));
    const disposition = ways[way]?.disposition ?? null;
    if (disposition === null) return;
    for (const column of columns) {
      const last = this.#last[column] as Int16Array;
      for (let j = from; j < to; j++) last[list[j] as number] = disposition;
    }
  }
}

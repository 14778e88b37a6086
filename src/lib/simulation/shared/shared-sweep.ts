import { SERIES } from '../statistics/day-tally';
import type { Flow, Group, Way } from '../columnar/flow';
import { countVisits } from '../columnar/milestones';
import { allWithin, countSpans, noteArrivals, noteElapsed, noteEnds } from '../columnar/notes';
import { copyList } from '../columnar/block';
import type { Here } from '../columnar/operate';
import { partLeads } from '../columnar/part-leads';
import { tellDays } from '../columnar/told';
import { addGathered, countBatches, countFirsts } from './by-batch';
import { noteWork, operateByBatch } from './operate-by-batch';
import { putAside } from './put-aside';
import { stretchesOf, type Stretches } from './stretches';
import type { SweepTools } from './sweep-tools';

/**
 * Leads of one segment on their way through the groups of a flow, from their arrival or from where their
 * task is done, to where the next one asks for people, or to their ends.
 */
export class SharedSweep {
  readonly #flow: Flow;
  readonly #tools: SweepTools;
  readonly #stretches: readonly Stretches[];
  /** The leads that stand in front of each group. */
  readonly #lists: Uint16Array[];
  readonly #lengths: Int32Array;
  readonly #visits: readonly (Uint16Array | null)[];
  readonly #last: readonly Int16Array[];
  /** What is kept of leads beside times: how often they came to groups, and what was found out last. */
  readonly #kept: readonly (Uint16Array | Int16Array)[];
  readonly #filled: Int32Array;
  /** Leads that came to their ends in the last run. */
  ended = 0;

  constructor(flow: Flow, tools: SweepTools) {
    const { groups, columns } = flow;
    const { block } = tools.crowd;
    this.#flow = flow;
    this.#tools = tools;
    this.#stretches = stretchesOf(flow);
    this.#lists = groups.map(() => block.emptyList());
    this.#lengths = new Int32Array(groups.length);
    this.#visits = groups.map(({ again }) => (again ? new Uint16Array(block.size) : null));
    this.#last = Array.from({ length: columns }, () => new Int16Array(block.size));
    this.#kept = [...this.#visits.filter((each) => each !== null), ...this.#last];
    this.#filled = new Int32Array(Math.max(...groups.map(({ ways }) => ways.length)));
  }

  /** New leads of the block begin. */
  begin(list: Uint16Array, count: number): void {
    (this.#lists[0] as Uint16Array).set(list.subarray(0, count));
    this.#lengths[0] = count;
    for (const visits of this.#visits)
      if (visits) for (let j = 0; j < count; j++) visits[list[j] as number] = 0;
    for (const last of this.#last) for (let j = 0; j < count; j++) last[list[j] as number] = -1;
  }

  /** Brings everybody as far as they go; false: the general path has to run them all. */
  run(): boolean {
    const { places, firstPlace } = this.#tools;
    this.ended = 0;
    for (let again = true; again;) {
      again = false;
      for (let index = 0; index < this.#lengths.length; index++) {
        const group = this.#flow.groups[index] as Group;
        const done = places.lengths[firstPlace + index] as number;
        if (done > 0 && !this.#leave(group, index, done)) return false;
        // Some of those whose task is done may have come back to this very group.
        const here = this.#lengths[index] as number;
        if (here > 0 && !this.#come(group, index, here)) return false;
        if (done + here === 0) continue;
        if (group.ways.length > 0) again ||= this.#comeBack(group, index);
      }
    }
    return true;
  }

  /** Whether leads stand in front of a group again that has had its turn. */
  #comeBack({ ways }: Group, index: number): boolean {
    for (const { to } of ways) if (to <= index && (this.#lengths[to] as number) > 0) return true;
    return false;
  }

  /** Their task is done. */
  #leave(group: Group, index: number, count: number): boolean {
    const { crowd, scratch, limit, places, firstPlace } = this.#tools;
    const { block } = crowd;
    const list = block.workOn(places.served[firstPlace + index] as Uint16Array, count);
    places.lengths[firstPlace + index] = 0;
    if (this.#kept.length > 0) this.#recall(list, count);
    const visits = this.#visits[index];
    let most = 1;
    if (visits)
      for (let j = 0; j < count; j++) {
        const visit = visits[list[j] as number] as number;
        block.turns[j] = visit;
        if (visit > most) most = visit;
      }
    noteWork(group.taskPc, list, count, this.#tools);
    if (!scratch.brief)
      scratch.spans(SERIES.waiting, (days, last) =>
        countSpans(count, block.opened, crowd.begins, days, last)
      );
    const here: Here = { count, most, segment: 0, limit };
    for (const operation of this.#stretches[index]?.after ?? [])
      if (!operateByBatch(operation, here, this.#tools)) return false;
    this.#go(group, index, here);
    return true;
  }

  /** What was kept of leads while they were parked. */
  #recall(list: Uint16Array, count: number): void {
    const { crowd, parked } = this.#tools;
    for (let j = 0; j < count; j++) {
      const i = list[j] as number;
      const at = parked.shortsOf(crowd.rows[i] as number);
      for (let column = 0; column < this.#kept.length; column++)
        (this.#kept[column] as Int16Array)[i] = parked.shorts[at + column] as number;
    }
  }

  /** They come to a group, and go on, end, or ask for people. */
  #come(group: Group, index: number, count: number): boolean {
    const { crowd, counts, limit } = this.#tools;
    const { block } = crowd;
    const list = block.workOn(this.#lists[index] as Uint16Array, count);
    this.#lengths[index] = 0;
    const visits = this.#visits[index] ?? null;
    const { mostVisits } = this.#flow;
    if (group.screened && !allWithin(count, limit, visits, mostVisits)) return false;
    let most = 1;
    if (visits) {
      countVisits(count, visits);
      countFirsts(list, count, visits, crowd.batch, counts.firsts, index * counts.batches);
      for (let j = 0; j < count; j++) most = Math.max(most, block.turns[j] as number);
    }
    const here: Here = { count, most, segment: 0, limit };
    const { before, asks } = this.#stretches[index] as Stretches;
    for (const operation of before) if (!operateByBatch(operation, here, this.#tools)) return false;
    if (asks >= 0) {
      if (!putAside(here, index, this.#stretches[index] as Stretches, this.#tools, this.#kept))
        return false;
    } else this.#go(group, index, here);
    return true;
  }

  #go(group: Group, index: number, here: Here): void {
    const { block } = this.#tools.crowd;
    if (group.end) this.#end(index, here.count);
    else if (group.part.type === 'all') this.#goWay(group, index, 0, block.list, here.count);
    else this.#part(group, index, here);
  }

  #end(index: number, count: number): void {
    const { crowd, scratch, counts } = this.#tools;
    const { block, batch } = crowd;
    const { elapsed, cycle, ends } = scratch;
    const from = elapsed.count;
    this.ended += count;
    if (scratch.brief) {
      const { sum } = elapsed;
      noteElapsed(count, elapsed);
      counts.elapsed[0] = (counts.elapsed[0] as number) + elapsed.sum - sum;
      countBatches(block.list, count, batch, counts.ways, counts.wayRow(index, 0), 1);
      return;
    }
    noteArrivals(count, this.#flow.calendar);
    const latest = noteEnds(count, this.#flow.calendar, elapsed, cycle, ends);
    scratch.latest = Math.max(scratch.latest, latest);
    addGathered(block.list, count, elapsed.values, from, batch, counts.elapsed);
    addGathered(block.list, count, cycle.values, from, batch, counts.cycle);
    const row = counts.wayRow(index, 0);
    countBatches(block.list, count, batch, counts.ways, row, counts.batches);
  }

  #part(group: Group, index: number, { count, most }: Here): void {
    const { ways, part } = group;
    const { crowd, scratch } = this.#tools;
    const { block } = crowd;
    const filled = this.#filled;
    const { touches, brief } = scratch;
    const parting = {
      count,
      most,
      last: this.#last,
      touches: brief
        ? null
        : () => {
            tellDays(touches);
            return touches.counts;
          }
    };
    partLeads(part, ways.length, parting, block, filled);
    for (let row = 0; row < ways.length; row++)
      this.#goWay(group, index, row, block.ways[row] as Uint16Array, filled[row] as number);
  }

  /** Leads go a way of a group: they join those that stand where it leads to. */
  #goWay(
    { columns, ways }: Group,
    index: number,
    row: number,
    list: Uint16Array,
    count: number
  ): void {
    const { counts, crowd } = this.#tools;
    const { to, disposition } = ways[row] as Way;
    const there = this.#lengths[to] as number;
    copyList(list, count, this.#lists[to] as Uint16Array, there);
    this.#lengths[to] = there + count;
    const { ways: column, batches } = counts;
    countBatches(list, count, crowd.batch, column, counts.wayRow(index, row), batches);
    if (disposition === null) return;
    for (const column of columns) {
      const last = this.#last[column] as Int16Array;
      for (let j = 0; j < count; j++) last[list[j] as number] = disposition;
    }
  }
}

import { TIME } from '../statistics/cadence-tally';
import { copyList, type Block } from './block';
import type { Flow, Group, Way } from './flow';
import { daysLeft } from './choices';
import { countVisits } from './milestones';
import { allWithin, noteElapsed, noteEnds } from './notes';
import { operate, type Here } from './operate';
import { partLeads } from './part-leads';
import type { Scratch } from './scratch';

/** Leads of one segment of a block on their way through the groups of a flow. */
export class Sweep {
  readonly #flow: Flow;
  readonly #segment: number;
  readonly #block: Block;
  readonly #scratch: Scratch;
  readonly #limit: number;
  /** The leads that stand in front of each group. */
  readonly #lists: Uint16Array[];
  readonly #lengths: Int32Array;
  /** By group that leads come back to: how often each was there. */
  readonly #visits: readonly (Uint16Array | null)[];
  readonly #last: readonly Int16Array[];
  /** How many leads went each way of the group in work. */
  readonly #filled: Int32Array;

  constructor(flow: Flow, segment: number, block: Block, scratch: Scratch, limit: number) {
    const { groups, columns } = flow;
    this.#flow = flow;
    this.#segment = segment;
    this.#block = block;
    this.#scratch = scratch;
    this.#limit = limit;
    this.#lists = groups.map(() => block.emptyList());
    this.#lengths = new Int32Array(groups.length);
    this.#visits = groups.map(({ again }) => (again ? new Uint16Array(block.size) : null));
    this.#last = Array.from({ length: columns }, () => new Int16Array(block.size));
    this.#filled = new Int32Array(Math.max(...groups.map(({ ways }) => ways.length)));
  }

  /** Brings the leads of a list to their ends; false: some of them must be run by the general path. */
  run(start: Uint16Array, count: number): boolean {
    if (count === 0) return true;
    for (const visits of this.#visits) visits?.fill(0);
    for (const last of this.#last) last.fill(-1);
    this.#lengths.fill(0);
    this.#lengths[0] = count;
    (this.#lists[0] as Uint16Array).set(start.subarray(0, count));
    let back = true;
    // No lead comes to a group more than once a round.
    for (let round = 1; back; round++) {
      back = false;
      for (let index = 0; index < this.#lengths.length; index++) {
        const here = this.#lengths[index] as number;
        if (here === 0) continue;
        const group = this.#flow.groups[index] as Group;
        if (!this.#pass(group, index, here, round)) return false;
        back ||= group.ways.some(({ to }) => to <= index && (this.#lengths[to] as number) > 0);
      }
    }
    return true;
  }

  #pass(group: Group, index: number, count: number, round: number): boolean {
    const block = this.#block;
    const list = this.#lists[index] as Uint16Array;
    this.#lengths[index] = 0;
    block.workOn(list, count);
    const visits = this.#visits[index] ?? null;
    const { mostVisits } = this.#flow;
    if (group.screened && !allWithin(count, this.#limit, visits, mostVisits)) return false;
    const first = visits ? countVisits(count, visits) : count;
    const most = visits ? round : 1;
    this.#count(group, count, first);
    const here: Here = { count, most, segment: this.#segment, limit: this.#limit };
    for (const operation of group.operations)
      if (!operate(operation, here, block, this.#scratch)) return false;
    if (group.end) this.#end(group, count);
    else if (group.part.type === 'all') this.#go(group, 0, block.list, count);
    else this.#part(group, here);
    return true;
  }

  #count({ pcs, edges }: Group, count: number, first: number): void {
    const { visits, reached, passages } = this.#scratch.cell(this.#segment);
    for (const pc of pcs) {
      visits[pc] = (visits[pc] as number) + count;
      reached[pc] = (reached[pc] as number) + first;
    }
    for (const edge of edges) passages[edge] = (passages[edge] as number) + count;
  }

  #end({ end }: Group, count: number): void {
    const scratch = this.#scratch;
    const { elapsed, cycle, ends } = scratch;
    const { sum: elapsedBefore } = elapsed;
    const { sum: cycleBefore } = cycle;
    const { calendar } = this.#flow;
    if (scratch.brief) noteElapsed(count, elapsed);
    else {
      const latest = noteEnds(count, calendar, elapsed, cycle, ends);
      scratch.latest = Math.max(scratch.latest, latest);
    }
    const cell = scratch.cell(this.#segment);
    cell.addTime(TIME.elapsed, elapsed.sum - elapsedBefore);
    cell.addTime(TIME.cycle, cycle.sum - cycleBefore);
    cell.addMany(0, count);
    if (end?.type === 'exit') cell.exits[end.pc] = (cell.exits[end.pc] as number) + count;
    else if (end?.type === 'finish')
      cell.finishes[end.disposition] = (cell.finishes[end.disposition] as number) + count;
    else cell.addOptedOut(count);
  }

  #part(group: Group, { count, most }: Here): void {
    const { ways, part } = group;
    const filled = this.#filled;
    const block = this.#block;
    const { touches, brief } = this.#scratch;
    const parting = {
      count,
      most,
      last: this.#last,
      touches: brief ? null : () => daysLeft(count, touches)
    };
    partLeads(part, ways.length, parting, block, filled);
    for (let row = 0; row < ways.length; row++)
      this.#go(group, row, block.ways[row] as Uint16Array, filled[row] as number);
  }

  /** Leads go a way of a group: they join those that stand where it leads to. */
  #go({ taskPc, columns, ways }: Group, row: number, list: Uint16Array, count: number): void {
    const { to, edge, disposition } = ways[row] as Way;
    const { passages, outcomes, columns: width } = this.#scratch.cell(this.#segment);
    const there = this.#lengths[to] as number;
    copyList(list, count, this.#lists[to] as Uint16Array, there);
    this.#lengths[to] = there + count;
    if (edge >= 0) passages[edge] = (passages[edge] as number) + count;
    if (disposition === null) return;
    const at = taskPc * width + disposition + 1;
    outcomes[at] = (outcomes[at] as number) + count;
    for (const column of columns) {
      const last = this.#last[column] as Int16Array;
      for (let j = 0; j < count; j++) last[list[j] as number] = disposition;
    }
  }
}

import { TIME } from '../statistics/cadence-tally';
import type { Block } from './block';
import type { Flow, Group, Way } from './flow';
import { daysLeft, partByLast, partByShare, partMany, partThree, partTwo } from './choices';
import { allWithin, countVisits, noteEnds } from './milestones';
import { operate, type Here } from './operate';
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
  /** Lists that nobody stands in. */
  readonly #spare: Uint16Array[] = [];
  /** Where the ways of the group in work lead to. */
  readonly #to: Uint16Array[] = [];
  readonly #filled: Int32Array;

  constructor(flow: Flow, segment: number, block: Block, scratch: Scratch, limit: number) {
    const { groups, columns } = flow;
    this.#flow = flow;
    this.#segment = segment;
    this.#block = block;
    this.#scratch = scratch;
    this.#limit = limit;
    this.#lists = groups.map(() => block.list());
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
    this.#lists[index] = this.#take();
    this.#lengths[index] = 0;
    const visits = this.#visits[index] ?? null;
    const { mostVisits } = this.#flow;
    if (group.screened && !allWithin(list, count, block, this.#limit, visits, mostVisits))
      return false;
    const first = visits ? countVisits(list, count, visits, block.turns) : count;
    const most = visits ? round : 1;
    this.#count(group, count, first);
    const here: Here = { list, count, most, segment: this.#segment, limit: this.#limit };
    for (const operation of group.operations)
      if (!operate(operation, here, block, this.#scratch)) return false;
    if (group.end) this.#end(group, here);
    else if (group.part.type === 'all') {
      this.#goOn(group, group.ways[0] as Way, here);
      return true;
    } else this.#part(group, here);
    this.#spare.push(list);
    return true;
  }

  #take(): Uint16Array {
    return this.#spare.pop() ?? this.#block.list();
  }

  #count({ pcs, edges }: Group, count: number, first: number): void {
    const { visits, reached, passages } = this.#scratch.cell(this.#segment);
    for (const pc of pcs) {
      visits[pc] = (visits[pc] as number) + count;
      reached[pc] = (reached[pc] as number) + first;
    }
    for (const edge of edges) passages[edge] = (passages[edge] as number) + count;
  }

  #end({ end }: Group, { list, count }: Here): void {
    const scratch = this.#scratch;
    const { elapsed, cycle, ends } = scratch;
    const { sum: elapsedBefore } = elapsed;
    const { sum: cycleBefore } = cycle;
    const { calendar } = this.#flow;
    const latest = noteEnds(list, count, this.#block, calendar, elapsed, cycle, ends);
    scratch.latest = Math.max(scratch.latest, latest);
    const cell = scratch.cell(this.#segment);
    cell.addTime(TIME.elapsed, elapsed.sum - elapsedBefore);
    cell.addTime(TIME.cycle, cycle.sum - cycleBefore);
    cell.addMany(0, count);
    if (end?.type === 'exit') cell.exits[end.pc] = (cell.exits[end.pc] as number) + count;
    else if (end?.type === 'finish')
      cell.finishes[end.disposition] = (cell.finishes[end.disposition] as number) + count;
    else cell.addOptedOut(count);
  }

  /** All leads go one way: their list is the next group's, or joins it. */
  #goOn(group: Group, way: Way, { list, count }: Here): void {
    const { to } = way;
    const there = this.#lengths[to] as number;
    const other = this.#lists[to] as Uint16Array;
    this.#went(group, way, list, 0, count);
    this.#lengths[to] = there + count;
    if (there === 0) {
      this.#lists[to] = list;
      this.#spare.push(other);
    } else {
      other.set(list.subarray(0, count), there);
      this.#spare.push(list);
    }
  }

  #part(group: Group, { list, count, most }: Here): void {
    const { ways, part } = group;
    const to = this.#to;
    const filled = this.#filled;
    ways.forEach((way, row) => {
      // Of ways that lead to the same group only the first one can write to its list.
      const own = ways.findIndex((other) => other.to === way.to) === row;
      to[row] = own ? (this.#lists[way.to] as Uint16Array) : this.#take();
      filled[row] = own ? (this.#lengths[way.to] as number) : 0;
    });
    const block = this.#block;
    const { touches } = this.#scratch;
    const spots = 'spot' in part ? block.spotsOf(part.spot, count, most) : block.spots;
    switch (part.type) {
      case 'two':
        partTwo(
          list,
          count,
          block,
          spots,
          part.limit,
          daysLeft(list, count, block, touches),
          to,
          filled
        );
        break;
      case 'three': {
        const { limit, other } = part;
        const days = daysLeft(list, count, block, touches);
        partThree(list, count, block, spots, limit, other, days, to, filled);
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
        this.#went(group, way, kept, there, length);
        this.#lengths[way.to] = length;
        return;
      }
      this.#went(group, way, kept, 0, length);
      (this.#lists[way.to] as Uint16Array).set(kept.subarray(0, length), there);
      this.#lengths[way.to] = there + length;
      this.#spare.push(kept);
    });
  }

  /** The leads from `from` to `to` of a list went a way. */
  #went(
    { taskPc, columns }: Group,
    { edge, disposition }: Way,
    list: Uint16Array,
    from: number,
    to: number
  ): void {
    const { passages, outcomes, columns: width } = this.#scratch.cell(this.#segment);
    const count = to - from;
    if (edge >= 0) passages[edge] = (passages[edge] as number) + count;
    if (disposition === null) return;
    const row = taskPc * width + disposition + 1;
    outcomes[row] = (outcomes[row] as number) + count;
    for (const column of columns) {
      const last = this.#last[column] as Int16Array;
      for (let j = from; j < to; j++) last[list[j] as number] = disposition;
    }
  }
}

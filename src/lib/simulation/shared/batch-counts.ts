import { TIME, type CadenceTally } from '../statistics/cadence-tally';
import { addToSum } from '../statistics/sums';
import type { Flow, Group } from '../columnar/flow';

/** Sums of times by instruction. */
export const SUM = { waited: 0, worked: 1, idle: 2 } as const;

/**
 * What leads of one segment are counted in while they go through a flow, by batch. Rows are as long as
 * there are batches; sums stay exact for as many leads as go through between two calls of `flush`.
 */
export class BatchCounts {
  readonly batches: number;
  /** A row for each way of each group, or for its end. */
  readonly ways: Float64Array;
  /** By group that leads come back to: those who come for the first time. */
  readonly firsts: Float64Array;
  /** By group: leads that are followed no further. */
  readonly stopped: Float64Array;
  readonly late: Float64Array;
  readonly elapsed: Float64Array;
  readonly cycle: Float64Array;
  readonly response: Float64Array;
  readonly answered: Float64Array;
  readonly spent: Float64Array;
  readonly sums: Float64Array;
  readonly #flow: Flow;
  readonly #size: number;
  readonly #firstWay: Int32Array;

  constructor(flow: Flow, size: number, batches: number) {
    this.#flow = flow;
    this.#size = size;
    this.batches = batches;
    this.#firstWay = new Int32Array(flow.groups.length);
    let rows = 0;
    flow.groups.forEach(({ ways }, group) => {
      this.#firstWay[group] = rows;
      rows += Math.max(1, ways.length);
    });
    const column = (many: number): Float64Array => new Float64Array(many * batches);
    this.ways = column(rows);
    this.firsts = column(flow.groups.length);
    this.stopped = column(flow.groups.length);
    this.late = column(size);
    this.sums = column(3 * size);
    this.elapsed = column(1);
    this.cycle = column(1);
    this.response = column(1);
    this.answered = column(1);
    this.spent = column(1);
  }

  /** Where the row of a way begins. */
  wayRow(group: number, way: number): number {
    return ((this.#firstWay[group] as number) + way) * this.batches;
  }

  /** Where the row of a sum (of SUM) of an instruction begins. */
  sumRow(sum: number, pc: number): number {
    return (sum * this.#size + pc) * this.batches;
  }

  clear(): void {
    for (const column of this.#columns()) column.fill(0);
  }

  /** Adds everything to the cells of the batches, and begins anew. */
  flush(cellOf: (batch: number) => CadenceTally): void {
    for (let batch = 0; batch < this.batches; batch++) {
      const cell = cellOf(batch);
      this.#flow.groups.forEach((group, index) => this.#addGroup(cell, group, index, batch));
      this.#addSums(cell, batch);
    }
    this.clear();
  }

  #addGroup(cell: CadenceTally, group: Group, index: number, batch: number): void {
    const { ways, pcs, edges, again, end, taskPc } = group;
    const stopped = this.stopped[index * this.batches + batch] as number;
    let came = stopped;
    if (stopped > 0) cell.addUnfinished(taskPc, stopped);
    ways.forEach(({ edge, disposition }, way) => {
      const count = this.ways[this.wayRow(index, way) + batch] as number;
      came += count;
      if (edge >= 0) add(cell.passages, edge, count);
      if (disposition !== null) add(cell.outcomes, taskPc * cell.columns + disposition + 1, count);
    });
    if (end) {
      const count = this.ways[this.wayRow(index, 0) + batch] as number;
      came += count;
      cell.addMany(0, count);
      if (end.type === 'exit') add(cell.exits, end.pc, count);
      else if (end.type === 'finish') add(cell.finishes, end.disposition, count);
      else cell.addOptedOut(count);
    }
    const first = again ? (this.firsts[index * this.batches + batch] as number) : came;
    for (const pc of pcs) {
      add(cell.visits, pc, came);
      add(cell.reached, pc, first);
    }
    for (const edge of edges) add(cell.passages, edge, came);
  }

  #addSums(cell: CadenceTally, batch: number): void {
    const of = (sum: number, pc: number): number =>
      this.sums[this.sumRow(sum, pc) + batch] as number;
    for (let pc = 0; pc < this.#size; pc++) {
      addToSum(cell.waited, pc, of(SUM.waited, pc));
      addToSum(cell.worked, pc, of(SUM.worked, pc));
      addToSum(cell.idle, pc, of(SUM.idle, pc));
      add(cell.late, pc, this.late[pc * this.batches + batch] as number);
    }
    cell.addTime(TIME.elapsed, this.elapsed[batch] as number);
    cell.addTime(TIME.cycle, this.cycle[batch] as number);
    cell.addTime(TIME.firstResponse, this.response[batch] as number);
    cell.addMany(this.answered[batch] as number, 0);
    cell.addSpent(this.spent[batch] as number);
  }

  #columns(): readonly Float64Array[] {
    const { ways, firsts, stopped, late, sums, elapsed, cycle, response, answered, spent } = this;
    return [ways, firsts, stopped, late, sums, elapsed, cycle, response, answered, spent];
  }
}

function add(column: Float64Array, row: number, amount: number): void {
  column[row] = (column[row] as number) + amount;
}

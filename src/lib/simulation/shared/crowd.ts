import { Block } from '../columnar/block';

/** Columns of the leads of a block that share people, beside those of every block. */
export class Crowd {
  readonly block: Block;
  /** Rows of their records, where they waited for people. */
  readonly rows: Int32Array;
  /** Place by place of a list: the rows of those that begin to wait. */
  readonly parking: Int32Array;
  /** Place by place of a list: where those in work stood before. */
  readonly before: Float64Array;
  readonly lead: Int32Array;
  readonly batch: Uint8Array;
  /** When their tasks asked for somebody, and when work on them began. */
  readonly asked: Float64Array;
  readonly begins: Float64Array;
  /** Milliseconds of work, those outside the hours of people, and thousandths of money that it cost. */
  readonly effort: Float64Array;
  readonly overtime: Float64Array;
  readonly spent: Float64Array;
  /** Leads of the block so far. */
  count = 0;

  constructor(size: number) {
    this.block = new Block(size);
    this.rows = new Int32Array(size);
    this.parking = new Int32Array(size);
    this.before = new Float64Array(size);
    this.lead = new Int32Array(size);
    this.batch = new Uint8Array(size);
    this.asked = new Float64Array(size);
    this.begins = new Float64Array(size);
    this.effort = new Float64Array(size);
    this.overtime = new Float64Array(size);
    this.spent = new Float64Array(size);
  }

  get isFull(): boolean {
    return this.count === this.block.size;
  }
}

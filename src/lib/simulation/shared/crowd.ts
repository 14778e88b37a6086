import { Block, columns } from '../columnar/block';

/** The columns of the leads of a block that share people. */
export class Crowd {
  readonly block: Block;
  readonly rows = columns.rows;
  readonly parking = columns.parking;
  readonly before = columns.before;
  readonly lead = columns.lead;
  readonly batch = columns.batch;
  readonly asked = columns.asked;
  readonly begins = columns.begins;
  readonly effort = columns.effort;
  readonly overtime = columns.overtime;
  readonly spent = columns.spent;
  /** Leads of the block so far. */
  count = 0;

  constructor(size: number) {
    this.block = new Block(size);
  }

  get isFull(): boolean {
    return this.count === this.block.size;
  }
}

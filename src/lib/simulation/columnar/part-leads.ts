import type { Block } from './block';
import {
  partByLast,
  partByShare,
  partMany,
  partThree,
  partTwo,
  pickThree,
  pickTwo
} from './choices';
import type { Part } from './flow';

/** What leads are parted with, beside the part itself. */
export interface Parting {
  readonly count: number;
  /** No lead has been here more often. */
  readonly most: number;
  /** By column of a flow: what was found out last. */
  readonly last: readonly Int16Array[];
  /** Tells the kernels of days, and says where touches are counted; null: nobody asks. */
  readonly touches: (() => Int32Array) | null;
}

/** Parts the list in work into the lists `ways` of its block, so many; `filled` gets how many went each way. */
export function partLeads(
  part: Part,
  ways: number,
  { count, most, last, touches }: Parting,
  block: Block,
  filled: Int32Array
): void {
  block.partInto(ways);
  if ('spot' in part) block.spotsOf(part.spot, count, most);
  switch (part.type) {
    case 'two':
      if (touches) partTwo(count, part.limit, touches(), filled);
      else pickTwo(count, part.limit, filled);
      break;
    case 'three':
      if (touches) partThree(count, part.limit, part.other, touches(), filled);
      else pickThree(count, part.limit, part.other, filled);
      break;
    case 'many':
      partMany(count, part.choice, part.wayOf, block.ways, filled);
      break;
    case 'share':
      partByShare(count, part.key, part.upTo, block.ways, filled);
      break;
    case 'last':
      partByLast(count, last[part.column] as Int16Array, part.wayOf, block.ways, filled);
      break;
    case 'all':
      break;
  }
}

import type { WaitNode } from '$lib/domain';
import { OP } from '$lib/program';
import { assert } from '$lib/util';
import { addRow, type Instruction, type Lowering } from './lowering';

export function lowerWait(node: WaitNode, { tables, delay }: Lowering): Instruction {
  assert(node.until.type === 'duration', 'only waits for a duration can be lowered');
  return { op: OP.wait, arg: addRow(tables.waits, { delay: delay(node.until.delay) }) };
}

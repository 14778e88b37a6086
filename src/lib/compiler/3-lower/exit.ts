import type { ExitNode } from '$lib/domain';
import { OP, type ExitSpec } from '$lib/program';
import { addRow, type Instruction, type Lowering } from './lowering';

export function lowerExit(node: ExitNode, lowering: Lowering): Instruction {
  const row = {
    result: node.result,
    reason: node.reason ?? null,
    askReferral: node.askReferral === true,
    recycle: recycleOf(node, lowering)
  };
  return { op: OP.exit, arg: addRow(lowering.tables.exits, row) };
}

/** A lead that comes back comes to this cadence, where no other is named. */
function recycleOf({ recycle }: ExitNode, { resolved, delay }: Lowering): ExitSpec['recycle'] {
  if (!recycle) return null;
  return { after: delay(recycle.after), cadence: recycle.cadence ?? resolved.cadence.id };
}

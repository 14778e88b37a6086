import type { HandoffNode, HandoffTo } from '$lib/domain';
import { OP, type HandoffTarget } from '$lib/program';
import { present } from '$lib/util';
import { addRow, type Instruction, type Lowering } from './lowering';

export function lowerHandoff({ to, then }: HandoffNode, { tables }: Lowering): Instruction {
  const row = { to: targetOf(to), ends: then === 'end' };
  return { op: OP.handoff, arg: addRow(tables.handoffs, row) };
}

function targetOf(to: HandoffTo): HandoffTarget {
  if (to.type === 'signal') return { type: 'signal', signal: to.signal };
  const cadence = present(to.cadence, 'the cadence that is handed over to');
  return { type: 'enroll', cadence, fields: to.fields ?? [] };
}

import type { ActionNode, Slug } from '$lib/domain';
import { OP } from '$lib/program';
import { present } from '$lib/util';
import { addRow, type Instruction, type Lowering } from './lowering';

/** The port every task has, first. */
const DONE = 0;

export function lowerAction(node: ActionNode, lowering: Lowering): Instruction {
  const { resolved, tables, linksOf, delay } = lowering;
  const all = resolved.cadence.dispositions;
  const indexOf = new Map<Slug, number>(all.map((disposition, index) => [disposition.id, index]));
  const offered = node.dispositions ?? [];

  const portOf = new Int32Array(all.length).fill(DONE);
  linksOf(node.id).forEach((link, offset) => {
    const index = indexOf.get(link.port.id);
    if (index !== undefined && offered.includes(link.port.id)) portOf[index] = offset;
  });

  return {
    op: OP.task,
    arg: addRow(tables.tasks, {
      channel: node.channel,
      automatic: node.mode === 'automatic',
      role: node.role ?? null,
      due: node.due ? delay(node.due) : null,
      dispositions: offered.map((id) => present(indexOf.get(id), `disposition ${id}`)),
      portOf
    })
  };
}

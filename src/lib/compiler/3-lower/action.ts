import { isContact, type ActionNode, type Slug } from '$lib/domain';
import { OP, type RepeatSpec, type TaskSpec } from '$lib/program';
import { canonicalJson } from '$lib/util';
import { addRow, type Instruction, type Lowering } from './lowering';
import { neededFields } from './needs';
import { lowerSla } from './sla';
import { lowerVariants } from './variants';

/** The port every task has, first. */
const DONE = 0;

export function lowerAction(drawn: ActionNode, lowering: Lowering): Instruction {
  const node = drawn.channel === 'approval' ? decidedOnly(drawn) : drawn;
  const { resolved, tables, dispositionOf } = lowering;
  const row: TaskSpec = {
    channel: node.channel,
    automatic: node.mode === 'automatic',
    role: node.role ?? null,
    ...times(node, lowering),
    hours: hoursOf(node.role, lowering),
    contact: isContact(node.channel),
    dispositions: (node.dispositions ?? []).map(dispositionOf),
    portOf: dispositionPorts(node, lowering),
    heldPort: portAt(node, 'held', lowering),
    refusedPort: portAt(node, 'refused', lowering),
    requiredFields: node.requiredFields ?? [],
    checklist: node.checklist ?? [],
    needs: neededFields(node, resolved.fields),
    missingData: node.missingData ?? 'hold',
    repeat: repeatOf(node, lowering),
    continueWithoutCompletion: node.continueWithoutCompletion === true,
    variants: lowerVariants(node.variants),
    sla: lowerSla(node.sla, lowering)
  };
  return { op: OP.task, arg: addRow(tables.tasks, row) };
}

/** An approval without what would let a lead go on though nobody has given it (CMP-105). */
function decidedOnly({ missingData, ...node }: ActionNode): ActionNode {
  const { dispositions, routes, repeat, autoSkipAfter, expireAfter, ...rest } = node;
  const { continueWithoutCompletion, ...asked } = rest;
  return { ...asked, missingData: missingData === 'task' ? 'task' : 'hold' };
}

function times({ due, autoSkipAfter, expireAfter }: ActionNode, { delay }: Lowering) {
  return {
    due: due ? delay(due) : null,
    autoSkipAfter: autoSkipAfter ? delay(autoSkipAfter) : null,
    expireAfter: expireAfter ? delay(expireAfter) : null
  };
}

/** Working hours of the role, where they are not those of the cadence. */
function hoursOf(role: Slug | undefined, { resolved, calendarRow }: Lowering): number {
  const own = role === undefined ? undefined : resolved.roles.get(role)?.calendar;
  if (!own || canonicalJson(own) === canonicalJson(resolved.cadence.calendar)) return -1;
  return calendarRow(own);
}

function dispositionPorts(node: ActionNode, { resolved, linksOf }: Lowering): Int32Array {
  const offered = new Set(node.dispositions);
  const offsets = new Map(linksOf(node.id).map(({ port }, offset) => [port.id, offset]));
  return Int32Array.from(resolved.cadence.dispositions, ({ id }) =>
    offered.has(id) ? (offsets.get(id) ?? DONE) : DONE
  );
}

function portAt({ id }: ActionNode, port: 'held' | 'refused', { linksOf }: Lowering): number {
  return linksOf(id).findIndex((link) => link.port.id === port);
}

function repeatOf({ repeat }: ActionNode, { delay, dispositionOf }: Lowering): RepeatSpec | null {
  if (!repeat) return null;
  const { times: attempts, gap, until } = repeat;
  return { times: attempts, gap: delay(gap), until: until.map(dispositionOf) };
}

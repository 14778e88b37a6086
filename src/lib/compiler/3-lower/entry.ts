import { describeCondition, type EntryNode } from '$lib/domain';
import { OP, type EntrySpec } from '$lib/program';
import { lowerCondition } from './condition';
import type { Instruction, Lowering } from './lowering';

export function lowerEntry(): Instruction {
  return { op: OP.enter, arg: 0 };
}

/** Who may come in by this entry; without a policy nobody is in the cadence twice at a time. */
export function entrySpec(node: EntryNode, lowering: Lowering): EntrySpec {
  const { resolved, signalOf, delay } = lowering;
  const { criteria, signals = [], reEntry } = node;
  const required = resolved.cadence.fields.filter((field) => field.required === true);
  return {
    criteria: criteria ? lowerCondition(criteria, lowering) : null,
    criteriaText: criteria ? describeCondition(criteria, resolved.cadence) : '',
    requiredFields: required.map(({ id }) => id),
    signals: [...new Set(signals)].map(signalOf),
    reEntry: reEntry?.policy ?? 'afterExit',
    reEntryAfter: reEntry?.after ? delay(reEntry.after) : null
  };
}

import type { BranchNode } from '$lib/domain';
import { OP, type FactRef, type Predicate } from '$lib/program';
import { unreachable } from '$lib/util';
import { lowerCondition } from './condition';
import { addRow, type Instruction, type Lowering } from './lowering';

export function lowerBranch(node: BranchNode, lowering: Lowering): Instruction {
  const { tables } = lowering;
  if (node.by.type === 'split') {
    let sum = 0;
    const upTo = node.by.cases.map(({ weight }) => (sum += weight));
    return { op: OP.split, arg: addRow(tables.splits, { upTo }) };
  }
  const row = {
    cases: predicatesOf(node.by, lowering),
    onArrival: node.evaluate === 'onArrival'
  };
  return { op: OP.choose, arg: addRow(tables.chooses, row) };
}

type ChoiceBy = Exclude<BranchNode['by'], { type: 'split' }>;

function predicatesOf(by: ChoiceBy, lowering: Lowering): Predicate[] {
  switch (by.type) {
    case 'condition':
      return by.cases.map(({ when }) => lowerCondition(when, lowering));
    case 'disposition':
      return by.cases.map(({ dispositions }) => oneOf(by.of, dispositions, lowering));
    case 'signal':
      return by.cases.map(({ signal }) => ({
        type: 'compare',
        fact: { type: 'seen', signal: lowering.signalOf(signal), scope: 'run', window: null },
        op: '$eq',
        value: true
      }));
    default:
      return unreachable(by);
  }
}

/** Whether the last disposition of the step `of`, or of the last touch, is one of the list. */
function oneOf(
  of: string | undefined,
  dispositions: readonly string[],
  { findPc }: Lowering
): Predicate {
  const fact: FactRef =
    of === undefined
      ? { type: 'lastDisposition', channel: null }
      : { type: 'stepDisposition', pc: findPc(of) };
  return { type: 'compare', fact, op: '$in', value: dispositions };
}

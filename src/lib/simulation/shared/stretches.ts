import type { Flow, Group, Operation, Pass } from '../columnar/flow';

/** What leads do at a group before their task asks for people, and after it is done. */
export interface Stretches {
  readonly before: readonly Operation[];
  readonly after: readonly Operation[];
  /** The task that asks; -1: none does. */
  readonly asks: number;
  /** Its work, as time that passes. */
  readonly work: readonly Pass[];
  /** It is due at an instant of its own. */
  readonly isDue: boolean;
}

export function stretchesOf({ groups }: Flow): readonly Stretches[] {
  return groups.map(split);
}

function split({ operations, taskPc }: Group): Stretches {
  const all = operations.flatMap(alone);
  const at = all.findIndex(({ type }) => type === 'asks');
  const asking = all[at];
  const isDue = all.some(({ type }) => type === 'due');
  return asking?.type === 'asks'
    ? {
        before: all.slice(0, at),
        after: afterwards(all.slice(at + 1)),
        asks: taskPc,
        work: asking.work,
        isDue
      }
    : { before: all, after: [], asks: -1, work: [], isDue };
}

/** Those whose task is done are looked at in any case. */
function afterwards(operations: readonly Operation[]): readonly Operation[] {
  return operations[0]?.type === 'screen' ? operations.slice(1) : operations;
}

/** Time that is counted is told from where leads stand before and after: nothing else may pass with it. */
function alone(operation: Operation): readonly Operation[] {
  if (operation.type !== 'toOpenAndWork') return [operation];
  const { pc, spot, exact, drawn, table, counted } = operation;
  const roll: Pass = { type: 'toOpen', pc, counted: 'nothing', spot: null, exact: (t) => t, table };
  return [roll, { type: 'drawn', pc, counted, spot, exact, by: 0, drawn }];
}

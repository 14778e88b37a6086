import type { ActionNode, CadenceNode, NodeId } from '$lib/domain';
import type { ComparePredicate, Predicate } from '$lib/program';

/**
 * The steps, in the order of instructions, at which somebody can do what a condition asks for: make a
 * touch that it counts, finish a step or choose a disposition that it names, fill in its field. What it
 * asks *not* to be is served by nobody.
 */
export function servingSteps(when: Predicate, live: readonly CadenceNode[]): NodeId[] {
  const wanted = wantedBy(when);
  return live.flatMap((node, pc) =>
    node.kind === 'action' && wanted.some((one) => serves(node, pc, one)) ? node.id : []
  );
}

/** The comparisons outside of every negation that ask for something. */
function wantedBy(when: Predicate): ComparePredicate[] {
  switch (when.type) {
    case 'and':
    case 'or':
      return when.of.flatMap(wantedBy);
    case 'compare':
      return when.op === '$lt' || when.op === '$lte' ? [] : [when];
    default:
      return [];
  }
}

function serves(node: ActionNode, pc: number, { fact, op, value }: ComparePredicate): boolean {
  switch (fact.type) {
    case 'field':
      return node.requiredFields?.includes(fact.field) ?? false;
    case 'count':
      if (fact.verb === 'skipped' || fact.verb === 'bounced') return false;
      return fact.channel === null || fact.channel === node.channel;
    case 'lastDisposition': {
      if (op !== '$eq' && op !== '$in') return false;
      const hoped: readonly unknown[] = Array.isArray(value) ? value : [value];
      const offered = node.dispositions?.some((id) => hoped.includes(id)) ?? false;
      return offered && (fact.channel === null || fact.channel === node.channel);
    }
    case 'stepDisposition':
    case 'done':
    case 'visits':
      return fact.pc === pc;
    default:
      return false;
  }
}

import type { ActionNode, BranchNode, CadenceNode, Condition } from '$lib/domain';
import { guardsOf } from '../1-resolve/guards';
import type { Fact } from '../1-resolve/parse-fact';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { waysToHold } from '../logic/satisfiable';
import { keyOf, mostOf, sureOf, type Sure } from '../logic/sure';

/** What is sure of every lead that has just come to a step, since it was let in. */
export function sureWithin(node: CadenceNode, resolved: ResolvedCadence): Sure {
  const guards = guardsOf(node, resolved).map(({ when }) => when);
  return guards.length > 0 ? sureOf(waysToHold(guards)) : new Map();
}

/** What is sure of a lead that has left a step by a port; of the facts that are asked about. */
export function sureAfter(
  node: CadenceNode,
  port: string,
  inside: Sure,
  facts: readonly Fact[],
  resolved: ResolvedCadence
): Sure {
  switch (node.kind) {
    case 'action':
      return afterAction(node, port, inside, facts, resolved);
    case 'branch':
      return mostOf([inside, decided(node, port, facts, resolved)]);
    case 'wait': {
      const { until } = node;
      if (until.type !== 'event' || port !== 'met' || until.signals?.length) return inside;
      return until.condition ? mostOf([inside, sureOf(waysToHold([until.condition]))]) : inside;
    }
    default:
      return inside;
  }
}

interface Outcome {
  readonly completed: boolean;
  readonly attempted: boolean;
  readonly answered: boolean;
}

const NOTHING: Outcome = { completed: false, attempted: false, answered: false };

/** A step may have been skipped, unless it was approved or a disposition chosen. */
function afterAction(
  node: ActionNode,
  port: string,
  inside: Sure,
  facts: readonly Fact[],
  { dispositions }: ResolvedCadence
): Sure {
  const own = node.channel === 'approval' ? undefined : dispositions.get(port);
  const given = node.channel === 'approval' && port === 'done' && !node.expireAfter;
  const missed = own?.missed === true;
  const outcome: Outcome = own
    ? { completed: !missed, attempted: true, answered: !missed && own.answered }
    : { ...NOTHING, completed: given, attempted: given };
  return new Map([
    ...inside,
    ...facts.flatMap((fact): [string, number][] => {
      const key = keyOf(fact);
      if (fact.type === 'done' && fact.node === node.id) return [[key, outcome.completed ? 1 : 0]];
      return counts(fact, node, outcome) ? [[key, (inside.get(key) ?? 0) + 1]] : [];
    })
  ]);
}

function counts(fact: Fact, { channel }: ActionNode, outcome: Outcome): boolean {
  if (fact.type !== 'count' || fact.followUp) return false;
  if (fact.channel !== null && fact.channel !== channel) return false;
  switch (fact.verb) {
    case 'completed':
    case 'attempted':
    case 'answered':
      return outcome[fact.verb];
    default:
      return false;
  }
}

/** What the case that a lead took says of it. */
function decided(
  { by }: BranchNode,
  port: string,
  facts: readonly Fact[],
  resolved: ResolvedCadence
): Sure {
  const index = by.cases.findIndex(({ id }) => id === port);
  if (by.type === 'condition') {
    const whens = by.cases.map(({ when }) => when);
    const before = index < 0 ? whens : whens.slice(0, index);
    const own: Condition[] = index < 0 ? [] : whens.slice(index, index + 1);
    return sureOf(waysToHold(own, before));
  }
  const step =
    by.type === 'disposition' && by.of !== undefined ? resolved.graph.nodes.get(by.of) : null;
  const chosen = by.type === 'disposition' ? (by.cases[index]?.dispositions ?? []) : [];
  const took = chosen.every((id) => resolved.dispositions.get(id)?.missed !== true);
  if (step?.kind !== 'action' || chosen.length === 0 || !took) return new Map();
  const once: Outcome = { completed: true, attempted: true, answered: false };
  return new Map(
    facts
      .filter((fact) => (fact.type === 'done' ? fact.node === step.id : counts(fact, step, once)))
      .map((fact) => [keyOf(fact), 1])
  );
}

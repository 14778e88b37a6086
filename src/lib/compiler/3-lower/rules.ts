import type { ExitNode, NodeId, Rule } from '$lib/domain';
import type {
  Predicate,
  ProgramDelay,
  ProgramRequirement,
  ProgramRule,
  TouchLimit
} from '$lib/program';
import type { Lowering } from './lowering';
import { requirement } from './requirement';
import { budgetInWords, ruleInWords } from './rule-words';

type RuleOf<T extends Rule['type']> = Extract<Rule, { type: T }>;

function rulesOf<T extends Rule['type']>(type: T, { resolved }: Lowering): RuleOf<T>[] {
  return (resolved.cadence.rules ?? []).filter((rule): rule is RuleOf<T> => rule.type === type);
}

/** The rules of the cadence as sentences, with the exits that they guard. */
export function lowerRules({ resolved }: Lowering): ProgramRule[] {
  const { cadence, live } = resolved;
  return (cadence.rules ?? []).map((rule) => ({
    id: rule.id,
    type: rule.type,
    text: ruleInWords(rule, cadence.parameters),
    nodes: live.flatMap((node): NodeId[] => (isGuarded(node, rule) ? [node.id] : []))
  }));
}

function isGuarded(node: { readonly kind: string }, rule: Rule): boolean {
  return (
    rule.type === 'exitRequires' &&
    node.kind === 'exit' &&
    (node as ExitNode).result === rule.result
  );
}

export function exitRules(lowering: Lowering): RuleOf<'exitRequires'>[] {
  return rulesOf('exitRequires', lowering);
}

/** What the rule asks for before this exit. */
export function ruleRequirement(
  rule: RuleOf<'exitRequires'>,
  exit: ExitNode,
  lowering: Lowering
): ProgramRequirement {
  const of = rule.counts.map(({ channel, atLeast, followUp = false }): Predicate => ({
    type: 'compare',
    fact: { type: 'count', channel, verb: 'completed', followUp, scope: 'run', window: null },
    op: '$gte',
    value: atLeast
  }));
  const text = ruleInWords(rule, lowering.resolved.cadence.parameters);
  const words = { id: rule.id, text, source: 'rule' } as const;
  return requirement(words, { type: 'and', of }, exit.id, lowering);
}

/** The cadence's touch budget, over all of the lead's runs, and its limits a day, within this one. */
export function lowerTouchLimits(lowering: Lowering): TouchLimit[] {
  const { touchBudget, parameters } = lowering.resolved.cadence;
  const daily = rulesOf('maxTouchesPerDay', lowering).map((rule): TouchLimit => ({
    atMost: rule.atMost,
    within: 'day',
    scope: 'run',
    text: ruleInWords(rule, parameters)
  }));
  if (!touchBudget) return daily;
  const { atMost, within } = touchBudget;
  const text = budgetInWords(touchBudget, parameters);
  return [...daily, { atMost, within: lowering.delay(within), scope: 'lead', text }];
}

/** When a run without a verdict ends; of several limits the first one counts. */
export function lowerVerdictWithin(lowering: Lowering): ProgramDelay | null {
  const [rule] = rulesOf('verdictWithin', lowering);
  return rule ? lowering.delay(rule.limit) : null;
}

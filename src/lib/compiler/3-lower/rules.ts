import { describeRule, type ExitResult, type Rule } from '$lib/domain';
import type { Predicate, ProgramRequirement, ProgramRule } from '$lib/program';
import type { Lowering } from './lowering';
import { requirement } from './requirement';

type RuleOf<T extends Rule['type']> = Extract<Rule, { type: T }>;

/** The rules of one type, in the author's order. */
export function rulesOf<T extends Rule['type']>(type: T, { resolved }: Lowering): RuleOf<T>[] {
  return (resolved.cadence.rules ?? []).filter((rule): rule is RuleOf<T> => rule.type === type);
}

/** The rules of the cadence as sentences, with what they ask for and the exits that they guard. */
export function lowerRules(lowering: Lowering): ProgramRule[] {
  const { cadence, live } = lowering.resolved;
  return (cadence.rules ?? []).map((rule) => {
    const words = { id: rule.id, type: rule.type, text: describeRule(rule, cadence) };
    if (rule.type !== 'exitRequires') {
      return { ...words, result: null, requirement: null, nodes: [] };
    }
    const { result } = rule;
    const exits = live.filter((node) => node.kind === 'exit' && node.result === result);
    return {
      ...words,
      result,
      requirement: ruleRequirement(rule, lowering),
      nodes: exits.map(({ id }) => id)
    };
  });
}

/** What the rules ask for before a run may end with this result. */
export function rulesOn(result: ExitResult, lowering: Lowering): ProgramRequirement[] {
  return rulesOf('exitRequires', lowering)
    .filter((rule) => rule.result === result && rule.counts.length > 0)
    .map((rule) => ruleRequirement(rule, lowering));
}

/** All its counts must be reached within the run. */
function ruleRequirement(rule: RuleOf<'exitRequires'>, lowering: Lowering): ProgramRequirement {
  const of = rule.counts.map(({ channel, atLeast, followUp = false }): Predicate => ({
    type: 'compare',
    fact: { type: 'count', channel, verb: 'completed', followUp, scope: 'run', window: null },
    op: '$gte',
    value: atLeast
  }));
  const text = describeRule(rule, lowering.resolved.cadence);
  const words = { id: rule.id, text, source: 'rule' } as const;
  return requirement(words, { type: 'and', of }, null, lowering);
}

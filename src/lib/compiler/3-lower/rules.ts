import type { ExitResult, Rule } from '$lib/domain';
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

/** The rules of the cadence as sentences, with what they ask for and the exits that they guard. */
export function lowerRules(lowering: Lowering): ProgramRule[] {
  const { cadence, live } = lowering.resolved;
  return (cadence.rules ?? []).map((rule) => {
    const words = { id: rule.id, type: rule.type, text: ruleInWords(rule, cadence.parameters) };
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
  const { parameters } = lowering.resolved.cadence;
  const words = { id: rule.id, text: ruleInWords(rule, parameters), source: 'rule' } as const;
  return requirement(words, { type: 'and', of }, null, lowering);
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

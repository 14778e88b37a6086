import { unreachable } from '$lib/util';
import { delayInWords } from './delay-words';
import type { ComparePredicate, FactRef, Predicate, Reach } from './facts';
import type { Program } from './program';

type Names = Pick<Program, 'signals'>;

const OPERATORS: Readonly<Record<Exclude<ComparePredicate['op'], '$exists'>, string>> = {
  $eq: '=',
  $ne: '≠',
  $gt: '>',
  $gte: '≥',
  $lt: '<',
  $lte: '≤',
  $in: 'in',
  $nin: 'not in'
};

/** A predicate as one unambiguous line. */
export function predicateInWords(predicate: Predicate, names: Names): string {
  switch (predicate.type) {
    case 'and':
      return joined(predicate.of, 'and', 'always', names);
    case 'or':
      return joined(predicate.of, 'or', 'never', names);
    case 'nor':
      return `not ${joined(predicate.of, 'or', 'never', names)}`;
    case 'not':
      return `not (${predicateInWords(predicate.of, names)})`;
    case 'compare':
      return comparisonInWords(predicate, names);
    default:
      return unreachable(predicate);
  }
}

function joined(parts: readonly Predicate[], word: string, none: string, names: Names): string {
  if (parts.length === 0) return none;
  return `(${parts.map((part) => predicateInWords(part, names)).join(` ${word} `)})`;
}

function comparisonInWords({ fact, op, value }: ComparePredicate, names: Names): string {
  const name = factInWords(fact, names);
  if (op === '$exists') return `${name} is ${value === true ? 'known' : 'unknown'}`;
  return `${name} ${OPERATORS[op]} ${JSON.stringify(value)}`;
}

const MOMENTS = {
  enrolled: 'since enrolled',
  lastTouch: 'since last touch',
  stage: 'in stage'
} as const;

function factInWords(fact: FactRef, names: Names): string {
  switch (fact.type) {
    case 'field':
      return `lead.${fact.field}`;
    case 'count':
      return `${fact.verb} ${fact.followUp ? 'follow-up ' : ''}${fact.channel ?? 'touch'}${reachInWords(fact)}`;
    case 'lastDisposition':
      return `disposition of last ${fact.channel ?? 'touch'}`;
    case 'stepDisposition':
      return `disposition of ${step(fact.pc)}`;
    case 'done':
      return `done ${step(fact.pc)}`;
    case 'visits':
      return `visits to ${step(fact.pc)}`;
    case 'seen':
      return `seen ${names.signals[fact.signal] ?? fact.signal}${reachInWords(fact)}`;
    case 'since':
      return `${fact.unit === 'days' ? 'days' : 'business days'} ${MOMENTS[fact.what]}`;
    case 'enrollments':
    case 'stage':
      return fact.type;
    default:
      return unreachable(fact);
  }
}

function step(pc: number): string {
  return pc < 0 ? 'no step' : String(pc);
}

function reachInWords({ scope, window }: Reach): string {
  return `${scope === 'lifetime' ? ' in all runs' : ''}${window ? ` within ${delayInWords(window)}` : ''}`;
}

import { unreachable } from '$lib/util';
import type { FactRef, Predicate } from './program';

type Compare = Extract<Predicate, { type: 'compare' }>;

const OPERATORS: Readonly<Record<Exclude<Compare['op'], '$exists'>, string>> = {
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
export function predicateInWords(predicate: Predicate): string {
  switch (predicate.type) {
    case 'and':
      return joined(predicate.of, 'and', 'always');
    case 'or':
      return joined(predicate.of, 'or', 'never');
    case 'nor':
      return `not ${joined(predicate.of, 'or', 'never')}`;
    case 'not':
      return `not (${predicateInWords(predicate.of)})`;
    case 'compare':
      return comparisonInWords(predicate);
    default:
      return unreachable(predicate);
  }
}

function joined(parts: readonly Predicate[], word: string, none: string): string {
  return parts.length === 0 ? none : `(${parts.map(predicateInWords).join(` ${word} `)})`;
}

function comparisonInWords({ fact, op, value }: Compare): string {
  const name = factInWords(fact);
  if (op === '$exists') return `${name} is ${value === true ? 'known' : 'unknown'}`;
  return `${name} ${OPERATORS[op]} ${JSON.stringify(value)}`;
}

function factInWords(fact: FactRef): string {
  switch (fact.type) {
    case 'field':
      return `lead.${fact.field}`;
    case 'count':
      return `count of ${fact.followUp ? 'follow-up ' : ''}${fact.channel ?? 'touch'}`;
    case 'lastDisposition':
      return `disposition of last ${fact.channel ?? 'touch'}`;
    case 'stepDisposition':
      return `disposition of ${fact.pc}`;
    case 'seen':
      return `seen ${fact.signal}`;
    case 'daysSince':
      return fact.what === 'enrolled' ? 'days since enrolled' : 'days since last touch';
    case 'stage':
      return 'stage';
    default:
      return unreachable(fact);
  }
}

import { CHANNEL_NAMES, CHANNEL_PLURALS, describeDuration, type Channel } from '$lib/domain';
import type { FactRef, FactValue, Program } from '$lib/program';
import type { Progress } from '../refusal';
import { countOf, listOf, quoted } from './phrases';
import { signalName, stepName } from './names';

type Count = Extract<FactRef, { type: 'count' }>;

/** How far one comparison has come: `emails 1 of 2`, `“Demo” is not done yet`. */
export function sayProgress(program: Program, { fact, op, have, need }: Progress): string {
  const least = atLeast(op, need);
  switch (fact.type) {
    case 'count':
      if (least === null) break;
      return `${nounOf(fact, true)} ${numberOf(have)} of ${least}${reachOf(fact)}`;
    case 'visits':
      if (least === null) break;
      return `visits to ${stepName(program, fact.pc)} ${numberOf(have)} of ${least}`;
    case 'enrollments':
      if (least === null) break;
      return `enrollments ${numberOf(have)} of ${least}`;
    case 'since':
      if (least === null) break;
      if (have === null) return `no touch yet, needs ${sinceWords(fact, least)}`;
      return `${numberOf(have)} of ${sinceWords(fact, least)}`;
    case 'done': {
      const wanted = need === (op !== '$ne');
      return `${stepName(program, fact.pc)} is ${wanted ? 'not done yet' : 'done already'}`;
    }
    case 'seen': {
      const wanted = need === (op !== '$ne');
      return `${signalName(program, fact.signal)} was ${wanted ? 'not seen yet' : 'seen'}${reachOf(fact)}`;
    }
    default:
      break;
  }
  const subject = subjectOf(program, fact);
  if (op === '$exists') return `${subject} is ${need === true ? 'missing' : 'filled in already'}`;
  const is = have === null ? 'is not known' : `is ${sayValue(program, fact, have)}`;
  return `${subject} ${is}, needs to be ${needWords(program, fact, op, need)}`;
}

/** What a comparison asks for, where it is a plain number: `2 follow-up emails`; else null. */
export function sayNeed({ fact, op, need }: Progress): string | null {
  const least = atLeast(op, need);
  if (fact.type !== 'count' || least === null) return null;
  return `${least} ${nounOf(fact, least !== 1)}${reachOf(fact)}`;
}

/** The number that the fact must reach; null: it is not asked to grow. */
function atLeast(op: Progress['op'], need: Progress['need']): number | null {
  if (typeof need !== 'number') return null;
  if (op === '$gte') return need;
  return op === '$gt' ? Math.floor(need) + 1 : null;
}

function numberOf(have: FactValue): number {
  return typeof have === 'number' ? have : 0;
}

function nounOf({ channel, verb, followUp }: Count, many: boolean): string {
  const noun = channel === null ? (many ? 'touches' : 'touch') : channelNoun(channel, many);
  const kind = followUp ? `follow-up ${noun}` : noun;
  return verb === 'completed' ? kind : `${verb} ${kind}`;
}

/** `call`, `calls`, `SMS`. */
export function channelNoun(channel: Channel, many = false): string {
  if (many) return CHANNEL_PLURALS[channel];
  return channel === 'sms' ? 'SMS' : CHANNEL_NAMES[channel].toLowerCase();
}

function reachOf({ window }: { readonly window: Count['window'] }): string {
  return window === null ? '' : ` within ${describeDuration(window)}`;
}

function sinceWords({ what, unit }: Extract<FactRef, { type: 'since' }>, days: number): string {
  const from = {
    enrolled: 'enrollment',
    lastTouch: 'the last touch',
    stage: 'the stage began'
  }[what];
  return `${countOf(days, unit === 'days' ? 'day' : 'business day')} since ${from}`;
}

function subjectOf(program: Program, fact: FactRef): string {
  switch (fact.type) {
    case 'field':
      return program.fields.find(({ id }) => id === fact.field)?.name || fact.field;
    case 'count':
      return `number of ${nounOf(fact, true)}${reachOf(fact)}`;
    case 'lastDisposition':
      return `disposition of the last ${fact.channel === null ? 'touch' : channelNoun(fact.channel)}`;
    case 'stepDisposition':
      return `disposition of ${stepName(program, fact.pc)}`;
    case 'visits':
      return `number of visits to ${stepName(program, fact.pc)}`;
    case 'since':
      return `${fact.unit === 'days' ? 'days' : 'business days'} since ${
        fact.what === 'lastTouch' ? 'the last touch' : fact.what
      }`;
    case 'enrollments':
      return 'number of enrollments';
    case 'stage':
      return 'stage';
    case 'done':
    case 'seen':
      return fact.type;
  }
}

const NEED_WORDS: Readonly<Record<Progress['op'], string>> = {
  $eq: '',
  $ne: 'other than ',
  $gt: 'more than ',
  $gte: 'at least ',
  $lt: 'less than ',
  $lte: 'at most ',
  $in: '',
  $nin: 'none of ',
  $exists: ''
};

function needWords(
  program: Program,
  fact: FactRef,
  op: Progress['op'],
  need: Progress['need']
): string {
  const values: readonly FactValue[] = Array.isArray(need) ? need : [need as FactValue];
  return `${NEED_WORDS[op]}${listOf(
    values.map((value) => sayValue(program, fact, value)),
    'or'
  )}`;
}

function sayValue(program: Program, fact: FactRef, value: FactValue): string {
  if (value === null) return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (fact.type === 'lastDisposition' || fact.type === 'stepDisposition')
    return quoted(program.dispositions.find(({ id }) => id === value)?.name || value);
  if (fact.type === 'stage')
    return quoted(program.nodeNames[program.nodes.indexOf(value)] || value);
  return quoted(value);
}

import { readFactName, type Counted, type FactName, type FactReach } from '../facts/fact-name';
import { CHANNEL_NAMES, CHANNEL_PLURALS, type Channel } from '../kinds/action';
import { nameOf, type KindContext } from '../kinds/node-base';
import { describeDuration } from './durations';

export type FactNames = Pick<KindContext, 'fields' | 'dispositions' | 'nodes'>;

const COUNTED_WORDS: Readonly<Record<Counted, string>> = {
  completed: 'completed',
  attempted: 'tried',
  skipped: 'skipped',
  bounced: 'that bounced',
  answered: 'answered'
};

/** A fact as it stands in a sentence: `number of follow-up emails sent in the last 7 business days`. */
export function describeFact(text: string, names: FactNames): string {
  const name = readFactName(text);
  return name ? wordsOf(name, names) : text.replaceAll(/[.@]/g, ' ');
}

function wordsOf(name: FactName, { fields, nodes }: FactNames): string {
  switch (name.family) {
    case 'lead':
      return nameOf(name.field, fields);
    case 'count':
      return `number of ${countWords(name)}${describeReach(name.reach)}`;
    case 'touches':
      return `number of touches${describeReach(name.reach)}`;
    case 'enrollments':
      return 'number of times it came into this cadence';
    case 'last':
      return `disposition of the last ${name.channel === null ? 'touch' : inWords(name.channel)}`;
    case 'step':
      return `disposition of “${nameOf(name.node, nodes)}”`;
    case 'done':
      return `“${nameOf(name.node, nodes)}”`;
    case 'visits':
      return `number of visits to “${nameOf(name.node, nodes)}”`;
    case 'seen':
      return `signal ${name.signal}`;
    case 'since':
      return `${name.unit === 'days' ? 'days' : 'business days'} ${SINCE_WORDS[name.what]}`;
    case 'stage':
      return 'stage';
  }
}

/** Since when days are counted. */
export const SINCE_WORDS = {
  enrolled: 'since enrollment',
  sinceTouch: 'since the last touch',
  inStage: 'in the stage'
} as const;

function countWords({
  channel,
  counted,
  followUp
}: Pick<Extract<FactName, { family: 'count' }>, 'channel' | 'counted' | 'followUp'>): string {
  return `${followUp ? 'follow-up ' : ''}${CHANNEL_PLURALS[channel]} ${countedWord(counted, channel)}`;
}

/** What became of counted touches, behind their name: `sent` of emails, `completed` of calls. */
export function countedWord(counted: Counted, channel: Channel): string {
  return counted === 'completed' && channel === 'email' ? 'sent' : COUNTED_WORDS[counted];
}

/** ` in any cadence in the last 7 business days`; nothing for the run as a whole. */
export function describeReach({ lifetime, window }: FactReach): string {
  const scope = lifetime ? ' in any cadence' : '';
  return window ? `${scope} in the last ${describeDuration(window)}` : scope;
}

function inWords(channel: Channel): string {
  return channel === 'sms' ? 'SMS' : CHANNEL_NAMES[channel].toLowerCase();
}

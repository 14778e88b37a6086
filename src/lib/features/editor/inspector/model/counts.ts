import {
  CHANNEL_NAMES,
  CHANNEL_PLURALS,
  CHANNELS,
  readFactName,
  writeFactName,
  type Channel,
  type Condition,
  type Rule
} from '$lib/domain';
import type { Option } from './option';

/** So many touches of a channel, as rules and requirements ask for them. */
export type Count = Extract<Rule, { type: 'exitRequires' }>['counts'][number];

/** What can be counted: touches of each channel, all or those after the first touch. */
export function countablesOf(atLeast: number): readonly Option[] {
  const name = (channel: Channel) => {
    if (atLeast !== 1) return CHANNEL_PLURALS[channel];
    return channel === 'sms' ? 'SMS' : CHANNEL_NAMES[channel].toLowerCase();
  };
  return [
    ...CHANNELS.map((channel) => ({ value: channel, label: name(channel) })),
    ...CHANNELS.map((channel) => ({
      value: `${channel}+`,
      label: `follow-up ${name(channel)}`,
      group: 'After the first touch'
    }))
  ];
}

export function countable({ channel, followUp }: Count): string {
  return followUp ? `${channel}+` : channel;
}

export function counted(value: string, atLeast: number): Count {
  const channel: Channel = CHANNELS.find((each) => value.replace('+', '') === each) ?? 'call';
  return value.endsWith('+') ? { channel, atLeast, followUp: true } : { channel, atLeast };
}

/** The counts that a condition asks for; null when it asks for anything else. */
export function countsOf(condition: Condition): readonly Count[] | null {
  const parts = '$and' in condition ? (condition.$and as readonly Condition[]) : [condition];
  const counts: Count[] = [];
  for (const part of parts) {
    const entries = Object.entries(part);
    if (entries.length === 0) return null;
    for (const [fact, test] of entries) {
      const count = countOf(fact, test);
      if (!count) return null;
      counts.push(count);
    }
  }
  return counts.length > 0 ? counts : null;
}

function countOf(fact: string, test: unknown): Count | null {
  const name = readFactName(fact);
  if (name?.family !== 'count' || name.counted !== 'completed') return null;
  if (name.reach.lifetime || name.reach.window) return null;
  if (test === null || typeof test !== 'object' || Object.keys(test).length !== 1) return null;
  const { $gte } = test as { readonly $gte?: unknown };
  if (typeof $gte !== 'number' || !Number.isInteger($gte) || $gte < 0) return null;
  const { channel } = name;
  return name.followUp ? { channel, atLeast: $gte, followUp: true } : { channel, atLeast: $gte };
}

/** The condition that asks for these counts. */
export function conditionOfCounts(counts: readonly Count[]): Condition {
  const parts = counts.map(({ channel, atLeast, followUp }) => {
    const fact = writeFactName({
      family: 'count',
      channel,
      counted: 'completed',
      followUp: followUp ?? false,
      reach: { lifetime: false, window: null }
    });
    return [fact, { $gte: atLeast }] as const;
  });
  const facts = new Set(parts.map(([fact]) => fact));
  return facts.size === parts.length
    ? Object.fromEntries(parts)
    : { $and: parts.map(([fact, test]) => ({ [fact]: test })) };
}

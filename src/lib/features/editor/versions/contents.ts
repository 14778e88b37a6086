import { CHANNEL_NAMES, CHANNEL_PLURALS, CHANNELS, type Cadence } from '$lib/domain';

const KINDS = [
  ['wait', 'wait', 'waits'],
  ['branch', 'branch', 'branches'],
  ['stage', 'stage', 'stages'],
  ['fork', 'fork', 'forks'],
  ['handoff', 'handoff', 'handoffs'],
  ['exit', 'exit', 'exits']
] as const;

/** What a cadence contains, in words: `2 emails, 3 calls, 4 waits and 3 exits`. */
export function contentWords({ nodes }: Cadence): string {
  const parts: string[] = [];
  const say = (count: number, one: string, many: string) => {
    if (count > 0) parts.push(`${count} ${count === 1 ? one : many}`);
  };
  for (const channel of CHANNELS) {
    const count = nodes.filter((node) => node.kind === 'action' && node.channel === channel).length;
    say(count, lower(CHANNEL_NAMES[channel]), lower(CHANNEL_PLURALS[channel]));
  }
  for (const [kind, one, many] of KINDS) {
    say(nodes.filter((node) => node.kind === kind).length, one, many);
  }
  const last = parts.pop();
  if (last === undefined) return 'no steps yet';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

function lower(word: string): string {
  return word === word.toUpperCase() || word === 'SMS' ? word : word.toLowerCase();
}

import type { CadenceNode, Channel } from '$lib/domain';

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  email: 'email',
  call: 'call',
  sms: 'text message',
  social: 'social message',
  meeting: 'meeting',
  demo: 'demo',
  task: 'task',
  approval: 'approval',
  document: 'document'
};

/** What a channel is called in a sentence. */
export function channelWord(channel: Channel): string {
  return CHANNEL_WORDS[channel];
}

/** What kind of step it is, in a sentence. */
export function kindWord(node: CadenceNode): string {
  return node.kind === 'action' ? channelWord(node.channel) : node.kind;
}

/** The step's name in quotes, or what it is when it has none. */
export function nameOf(node: CadenceNode): string {
  const name = node.name.trim();
  return name === '' ? `“(unnamed ${kindWord(node)})”` : `“${name}”`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `a call`, `an approval`. */
export function withArticle(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}

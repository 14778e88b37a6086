import type { ActionNode } from '$lib/domain';

/** What a step does by itself, in a few words. */
export function timingSummary(node: ActionNode): string {
  const words: string[] = [];
  if (node.repeat) words.push(`up to ${node.repeat.times} times`);
  if (node.autoSkipAfter) words.push('skips itself');
  if (node.expireAfter) words.push('expires');
  if (node.continueWithoutCompletion) words.push('lead goes on');
  return words.join(', ') || 'once, no end';
}

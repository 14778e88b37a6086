import { CHANNEL_NAMES, CHANNEL_PLURALS, CHANNELS, type NodeId } from '$lib/domain';
import type { PathAnalysis } from '$lib/worker/protocol';

export type Exit = PathAnalysis['exits'][number];
type Slowest = PathAnalysis['slowestVerdict'];

/** `3 business days`, `under a business day`. */
export function daysWords(businessDays: number): string {
  if (businessDays === 0) return 'under a business day';
  return businessDays === 1 ? '1 business day' : `${businessDays} business days`;
}

/** How long the longest way takes at most: `14 business days`, `no limit at Call back`. */
export function slowestWords(slowest: Slowest, nameOf: (id: NodeId) => string): string {
  if (slowest === null) return '–';
  if ('businessDays' in slowest) return daysWords(slowest.businessDays);
  const [first, ...rest] = slowest.unboundedAt.map(nameOf);
  if (first === undefined) return 'no limit';
  return `no limit at ${first}${rest.length > 0 ? ` and ${rest.length} more` : ''}`;
}

/** `1–3 emails · 2 calls`; what never occurs is left out. */
export function touchesWords(touches: Exit['touches']): string {
  const parts = CHANNELS.flatMap((channel) => {
    const count = touches[channel];
    if (!count || count.max === 0) return [];
    const range = count.min === count.max ? `${count.max}` : `${count.min}–${count.max}`;
    const one = count.min === 1 && count.max === 1;
    const word = one ? lowered(CHANNEL_NAMES[channel]) : CHANNEL_PLURALS[channel];
    return [`${range} ${word}`];
  });
  return parts.join(' · ') || 'no touches';
}

function lowered(name: string): string {
  return name === name.toUpperCase() ? name : name.toLowerCase();
}

/** The steps of a way that can be lit: a bounded one's, or where an unbounded one waits. */
export function stepsOf(span: Exit['fastest'] | Slowest): readonly NodeId[] {
  if (span === null) return [];
  return 'path' in span ? span.path : span.unboundedAt;
}

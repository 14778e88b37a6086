import type { ExitResult } from '$lib/domain';

export type Verdict = 'won' | 'lost' | 'onward' | 'open';

interface ResultWords {
  readonly verdict: Verdict;
  readonly one: string;
  readonly many: string;
}

/** What leads with this result do, after their number, and which color it has. */
export const RESULT_WORDS: Readonly<Record<ExitResult, ResultWords>> = {
  won: { verdict: 'won', one: 'is won', many: 'are won' },
  qualified: { verdict: 'won', one: 'qualifies', many: 'qualify' },
  meetingBooked: { verdict: 'won', one: 'books a meeting', many: 'book a meeting' },
  lost: { verdict: 'lost', one: 'is lost', many: 'are lost' },
  notInterested: { verdict: 'lost', one: 'says no', many: 'say no' },
  disqualified: { verdict: 'lost', one: 'is disqualified', many: 'are disqualified' },
  optedOut: { verdict: 'lost', one: 'opts out', many: 'opt out' },
  badData: { verdict: 'lost', one: 'has bad data', many: 'have bad data' },
  duplicate: { verdict: 'lost', one: 'is a duplicate', many: 'are duplicates' },
  handedOver: { verdict: 'onward', one: 'is handed over', many: 'are handed over' },
  contactLater: { verdict: 'onward', one: 'asks for later contact', many: 'ask for later contact' },
  unresponsive: { verdict: 'open', one: 'gives no answer', many: 'give no answer' },
  completed: { verdict: 'open', one: 'reaches the end', many: 'reach the end' }
};

/** Verdicts as results list them: what was hoped for first. */
export const VERDICT_ORDER: readonly Verdict[] = ['won', 'lost', 'onward', 'open'];

const COLORS: Readonly<Record<Verdict, string>> = {
  won: 'var(--won)',
  lost: 'var(--lost)',
  onward: 'var(--wait)',
  open: 'var(--bar-rest)'
};

/** Strength of the first, second… exit of one verdict, per cent. */
const SHADES = [100, 72, 50, 34];

/** A color for each exit: that of its verdict, paler for every further exit of the same one. */
export function exitColors(results: readonly ExitResult[]): readonly string[] {
  const seen: Partial<Record<Verdict, number>> = {};
  return results.map((result) => {
    const { verdict } = RESULT_WORDS[result];
    const nth = seen[verdict] ?? 0;
    seen[verdict] = nth + 1;
    const shade = SHADES[Math.min(nth, SHADES.length - 1)] ?? 100;
    const color = COLORS[verdict];
    return shade === 100 ? color : `color-mix(in srgb, ${color} ${shade}%, var(--surface))`;
  });
}

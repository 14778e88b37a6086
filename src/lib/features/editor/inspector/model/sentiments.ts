import type { Sentiment } from '$lib/domain';

/** The verdict's color of a sentiment. */
export const SENTIMENT_TONES: Readonly<Record<Sentiment, 'won' | 'neutral' | 'lost'>> = {
  positive: 'won',
  neutral: 'neutral',
  negative: 'lost'
};

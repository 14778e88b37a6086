import type { Answers, Origin, ReachChannel, SalesModel } from './answers';

export interface Touch {
  readonly channel: ReachChannel;
  /** Which of its channel, from 1. */
  readonly turn: number;
  /** Business days until the next touch; none after the last. */
  readonly gap: number | null;
}

interface Pattern {
  readonly channels: readonly ReachChannel[];
  readonly gaps: readonly number[];
}

/**
 * Who asked is answered at once and followed every one or two days; who did not ask gets mail first
 * and more room; customers are called. The order holds as far as the channels are there.
 */
const PATTERNS: Readonly<Record<Origin, Pattern>> = {
  inbound: {
    channels: ['call', 'email', 'social', 'call', 'email', 'sms', 'call'],
    gaps: [1, 1, 2, 2, 2, 2]
  },
  outbound: {
    channels: ['email', 'call', 'email', 'call', 'social', 'email', 'call', 'email'],
    gaps: [3, 2, 3, 3, 3, 3, 4]
  },
  customers: {
    channels: ['call', 'email', 'call', 'sms', 'email', 'call'],
    gaps: [2, 3, 3, 3, 3]
  }
};

const LENGTH: Readonly<Record<Origin, Readonly<Record<SalesModel, number>>>> = {
  inbound: { transactional: 4, relational: 6 },
  outbound: { transactional: 5, relational: 8 },
  customers: { transactional: 3, relational: 5 }
};

/** A long cycle leaves room to breathe between touches. */
const LONG_CYCLE = 12;

/** The touches that try to reach a lead, in order. */
export function touchesFor(answers: Answers, model: SalesModel): readonly Touch[] {
  const { channels: wanted, gaps } = PATTERNS[answers.origin];
  const count = LENGTH[answers.origin][model];
  const slower = answers.cycleWeeks >= LONG_CYCLE ? 1 : 0;
  const used = new Map<ReachChannel, number>();
  let before: ReachChannel | null = null;
  return Array.from({ length: count }, (_, index): Touch => {
    const channel = pick(wanted[index] ?? 'email', answers.channels, used, before);
    const turn = (used.get(channel) ?? 0) + 1;
    used.set(channel, turn);
    before = channel;
    return { channel, turn, gap: index === count - 1 ? null : (gaps[index] ?? 3) + slower };
  });
}

/** The channel wanted, or else the least used of those there are, another than just before. */
function pick(
  wanted: ReachChannel,
  there: readonly ReachChannel[],
  used: ReadonlyMap<ReachChannel, number>,
  before: ReachChannel | null
): ReachChannel {
  const others = there.filter((channel) => channel !== before);
  if (others.includes(wanted)) return wanted;
  const [first = wanted, ...rest] = others.length > 0 ? others : there;
  return rest.reduce(
    (best, channel) => ((used.get(channel) ?? 0) < (used.get(best) ?? 0) ? channel : best),
    first
  );
}

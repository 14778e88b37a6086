import { readMetric } from './metric-name';
import type { TimeName } from './time-names';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const TIME_WORDS: Readonly<Record<TimeName, string>> = {
  elapsed: 'elapsed time',
  cycle: 'cycle time',
  firstResponse: 'time to the first touch'
};

const WORDS: Readonly<Record<string, string>> = {
  ...TIME_WORDS,
  success: 'leads won, qualified or with a meeting',
  touches: 'touches a lead',
  effort: 'work a lead',
  waiting: 'waiting a lead',
  cost: 'cost a lead',
  value: 'value a lead',
  profit: 'profit a lead',
  won: 'leads won',
  lost: 'leads lost',
  qualified: 'leads qualified',
  meetingBooked: 'meetings booked',
  notInterested: 'leads not interested',
  unresponsive: 'leads unresponsive',
  disqualified: 'leads disqualified',
  optedOut: 'leads opted out',
  badData: 'leads with bad data',
  duplicate: 'duplicates',
  contactLater: 'leads to contact later',
  handedOver: 'leads handed over',
  completed: 'leads that completed'
};

/** A metric as part of a sentence: what there is more or less of. */
export function metricWords(metric: string): string {
  const read = readMetric(metric);
  switch (read.type) {
    case 'utilization':
      return `use of "${read.group}"`;
    case 'within': {
      const { time, milliseconds } = read;
      const [amount, unit] =
        milliseconds >= DAY ? [milliseconds / DAY, 'days'] : [milliseconds / HOUR, 'hours'];
      return `leads with ${TIME_WORDS[time]} of at most ${amount} ${unit}`;
    }
    case 'percentile':
      return `${TIME_WORDS[read.time]} at the ${Math.round(100 * read.share)}th percentile`;
    case 'mean':
      return WORDS[metric] ?? `leads that leave by "${metric.replace(/^exit:/, '')}"`;
  }
}

/** How a smaller number of what a metric counts, or a smaller amount of it, is called. */
export function lessOf(metric: string): 'fewer' | 'less' {
  return /^(leads|touches|meetings|duplicates)/.test(metricWords(metric)) ? 'fewer' : 'less';
}

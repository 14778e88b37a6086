import { EXIT_RESULT_NAMES, type ExitResult } from '$lib/domain';
import { percent } from '$lib/ui';
import { money } from './money';
import { inFittingUnit, inUnit, type TimeUnit } from './time-units';

type MetricKind = 'share' | 'count' | 'time' | 'money';

interface MetricWords {
  readonly label: string;
  readonly kind: MetricKind;
  /** What the word means. */
  readonly meaning: string;
}

const WORDS: Readonly<Record<string, MetricWords>> = {
  success: {
    label: 'Won or qualified',
    kind: 'share',
    meaning: 'The share of leads whose result is won or qualified.'
  },
  touches: {
    label: 'Touches',
    kind: 'count',
    meaning: 'Completed emails, calls and other actions.'
  },
  firstResponse: {
    label: 'First response',
    kind: 'time',
    meaning: 'From arrival to the first touch, by the clock, of the leads that got one.'
  },
  elapsed: {
    label: 'Elapsed',
    kind: 'time',
    meaning: 'From arrival to the end, by the clock, nights and weekends included.'
  },
  cycle: {
    label: 'Cycle',
    kind: 'time',
    meaning: 'From arrival to the end, counting only open time of the cadence’s calendar.'
  },
  effort: { label: 'Work', kind: 'time', meaning: 'Working time that people spend on a lead.' },
  waiting: {
    label: 'Waiting',
    kind: 'time',
    meaning: 'From the moment a task opens until somebody begins it, over all tasks of a lead.'
  },
  cost: { label: 'Cost', kind: 'money', meaning: 'People’s time and what touches cost.' },
  value: { label: 'Value', kind: 'money', meaning: 'What the deals that are won are worth.' },
  profit: { label: 'Profit', kind: 'money', meaning: 'Value less cost.' }
};

/** Metrics with words of their own, in the order in which they are shown. */
export const NAMED_METRICS: readonly string[] = Object.keys(WORDS);

/** What a metric is called; `exits` are names by `exit:<node>`. */
export function metricLabel(
  metric: string,
  exits: ReadonlyMap<string, string> = new Map()
): string {
  return WORDS[metric]?.label ?? exits.get(metric) ?? resultName(metric) ?? metric;
}

export function metricMeaning(metric: string): string {
  return WORDS[metric]?.meaning ?? 'The share of leads that end so.';
}

/** A figure of the metric, in its unit; `open` is that of open time. */
export function metricFigure(metric: string, value: number, open: TimeUnit): string {
  if (metric === 'cycle') return signed(value, (time) => inUnit(time, open));
  switch (WORDS[metric]?.kind ?? 'share') {
    case 'share':
      return percent(value);
    case 'count':
      return value.toLocaleString('en-US', { maximumFractionDigits: 2, minimumFractionDigits: 2 });
    case 'time':
      return signed(value, inFittingUnit);
    case 'money':
      return signed(value, money);
  }
}

/** With a proper minus sign. */
export function signed(value: number, words: (value: number) => string): string {
  return value < 0 ? `−${words(-value)}` : words(value);
}

/** Both ends of an interval; empty where there is none. */
export function metricInterval(
  metric: string,
  low: number | null,
  high: number | null,
  open: TimeUnit
): string {
  return low === null || high === null
    ? ''
    : `${metricFigure(metric, low, open)} to ${metricFigure(metric, high, open)}`;
}

function resultName(metric: string): string | undefined {
  return Object.hasOwn(EXIT_RESULT_NAMES, metric)
    ? EXIT_RESULT_NAMES[metric as ExitResult]
    : undefined;
}

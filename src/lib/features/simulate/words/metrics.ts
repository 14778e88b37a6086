import { EXIT_RESULT_NAMES, type ExitResult } from '$lib/domain';
import { percent } from '$lib/ui';
import type { SimulationResult } from '../simulate-state.svelte';
import { money } from './money';
import { fittingUnit, inBareUnit, type TimeUnit } from './time-units';

type MetricKind = 'share' | 'count' | 'time' | 'money';

interface MetricWords {
  readonly label: string;
  readonly kind: MetricKind;
  /** What the word means. */
  readonly meaning: string;
}

const WORDS: Readonly<Record<string, MetricWords>> = {
  success: {
    label: 'Good end',
    kind: 'share',
    meaning: 'The share of leads whose result is won, qualified or a meeting booked.'
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
const NAMED_METRICS: readonly string[] = Object.keys(WORDS);
const OF_DEALS = ['value', 'profit'];

/** The means that say something: of money only what is assumed. */
export function namedMeans({ measured, money: amounts }: SimulationResult) {
  return NAMED_METRICS.filter((metric) => amounts?.value || !OF_DEALS.includes(metric)).flatMap(
    (metric) => measured.find((each) => each.metric === metric) ?? []
  );
}

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

/** How figures of a metric are written. */
export interface MetricFormat {
  /** With its unit: `2.5 d`. */
  figure(value: number): string;
  /** Both ends of an interval: `2.1 to 2.9 d`; empty where there is none. */
  interval(low: number | null, high: number | null): string;
}

/** The format for figures of about this size; `open` is the unit of open time. */
export function metricFormat(metric: string, size: number, open: TimeUnit): MetricFormat {
  const kind = WORDS[metric]?.kind ?? 'share';
  if (kind === 'time') {
    const unit = metric === 'cycle' ? open : fittingUnit(Math.abs(size));
    return format((value) => inBareUnit(value, unit), ` ${unit.short}`);
  }
  if (kind === 'share') return format((value) => percent(value).replace(' %', ''), ' %');
  return format(kind === 'money' ? money : decimals, '');
}

function format(bare: (value: number) => string, unit: string): MetricFormat {
  return {
    figure: (value) => signed(value, bare) + unit,
    interval: (low, high) =>
      low === null || high === null ? '' : `${signed(low, bare)} to ${signed(high, bare)}${unit}`
  };
}

function decimals(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2, minimumFractionDigits: 2 });
}

/** With a proper minus sign; what is rounded to nothing has none. */
export function signed(value: number, words: (value: number) => string): string {
  const size = words(Math.abs(value));
  return value < 0 && /[1-9]/.test(size) ? `−${size}` : size;
}

function resultName(metric: string): string | undefined {
  return Object.hasOwn(EXIT_RESULT_NAMES, metric)
    ? EXIT_RESULT_NAMES[metric as ExitResult]
    : undefined;
}

import type { ComparedMetric, ComparisonResult } from '$lib/simulation';
import { count } from './lines';
import { change, mean } from './metrics';

const NAME = 18;
const COLUMN = 10;

/** Variants against the first, metric by metric. */
export function comparisonReport(result: ComparisonResult, milliseconds: number): string {
  const { first, leads, seed, units, complete } = result;
  return [
    `${first} against ${result.others.map(({ name }) => name).join(', ')}: ` +
      `the same ${count(leads)} leads, seed ${seed}, in ${units} parts`,
    ...(complete ? [] : ['Stopped before its end; what follows is of the leads until then.']),
    '',
    ...result.others.flatMap(({ name, metrics }) => [
      `  ${name}`,
      line('', 'first', 'this', 'difference, 95 % interval'),
      ...metrics.map((metric) =>
        line(
          metric.metric,
          mean(metric.kind, metric.first),
          mean(metric.kind, metric.other),
          `${metric.seen ? '' : '  '}${change(metric.kind, metric.difference)}`
        )
      ),
      '',
      ...told(metrics),
      ''
    ]),
    `Compared in ${Math.round(milliseconds)} ms; the same on any machine.`,
    ''
  ].join('\n');
}

/** In words: success, and how much the common numbers helped. */
function told(metrics: readonly ComparedMetric[]): readonly string[] {
  const success = metrics.find(({ metric }) => metric === 'success') ?? metrics[0];
  if (!success) return [];
  const { difference, words } = success;
  const width = difference ? difference.high - difference.low : 0;
  const times = width > 0 && difference ? difference.unpairedWidth / width : 0;
  return [
    words,
    ...(times > 1
      ? [`As both met the same leads, the interval is ${times.toFixed(1)} times narrower.`]
      : [])
  ];
}

function line(name: string, first: string, other: string, difference: string): string {
  const columns = [first, other].map((text) => text.padStart(COLUMN)).join(' ');
  return `  ${name.padEnd(NAME)} ${columns}   ${difference}`.trimEnd();
}

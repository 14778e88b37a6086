import type { Histogram, SimulationResult, TimeSummary } from '$lib/simulation';
import { DAY, HOUR, bar, count, percent, row } from './lines';

const MOST_ROWS = 12;
const WIDTHS = [
  ...[1, 2, 4, 8, 12].map((hours) => hours * HOUR),
  ...[1, 2, 3, 5, 7, 14, 28, 56, 91, 182, 364, 728].map((days) => days * DAY)
];

/** How long it takes, from arrival to the end. */
export function times(result: SimulationResult): readonly string[] {
  const { elapsed, cycle, firstResponse } = result;
  return [
    ...histogram(elapsed),
    `Elapsed, arrival to end: ${figures(elapsed, DAY, 'days')}`,
    ...(result.brief ? [] : [`Cycle, opening hours only: ${figures(cycle, HOUR, 'hours')}`]),
    ...(firstResponse.count > 0 ? [`First response: ${figures(firstResponse, HOUR, 'hours')}`] : [])
  ];
}

/** Elapsed time in a dozen rows at most. */
function histogram({ histogram: { binWidth, counts }, count: all, p95 }: TimeSummary): string[] {
  if (all === 0) return [];
  const width = WIDTHS.find((each) => p95 / each < MOST_ROWS - 1) ?? Math.ceil(p95 / MOST_ROWS);
  const rows = coarser({ binWidth, counts }, width);
  const shown = rows.slice(0, MOST_ROWS - 1);
  const rest = rows.slice(MOST_ROWS - 1).reduce((sum, leads) => sum + leads, 0);
  const most = Math.max(...shown, rest);
  const line = (title: string, leads: number): string =>
    row(title, count(leads), percent(leads / all), '', bar(leads / most));
  return [
    row('Arrival to end, clock time', 'leads', 'share'),
    ...shown.map((leads, place) => line(`up to ${length((place + 1) * width)}`, leads)),
    ...(rest > 0 ? [line('longer', rest)] : []),
    ''
  ];
}

function coarser({ binWidth, counts }: Histogram, width: number): number[] {
  const rows: number[] = [];
  counts.forEach((leads, bin) => {
    const place = Math.floor((bin * binWidth) / width);
    while (rows.length <= place) rows.push(0);
    rows[place] = (rows[place] ?? 0) + leads;
  });
  return rows;
}

function length(milliseconds: number): string {
  const [amount, unit] =
    milliseconds >= DAY ? [milliseconds / DAY, 'day'] : [milliseconds / HOUR, 'hour'];
  return `${Number(amount.toFixed(1))} ${unit}${amount === 1 ? '' : 's'}`;
}

function figures({ mean, p50, p90 }: TimeSummary, unit: number, name: string): string {
  const figure = (value: number): string => (value / unit).toFixed(1);
  return `mean ${figure(mean)}, half within ${figure(p50)}, nine in ten within ${figure(p90)} ${name}`;
}

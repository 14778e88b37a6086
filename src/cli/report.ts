import type { CadenceResult, SimulationResult, StepCount, TimeSummary } from '$lib/simulation';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BAR = 24;

/** A result as a table with small charts of text, for people. */
export function report(name: string, result: SimulationResult, milliseconds: number): string {
  const { leads, seed, touches } = result;
  return [
    `${name}: ${count(leads)} leads, seed ${seed}`,
    '',
    heading('How it ends', 'leads', 'share', '95 % interval'),
    ...ends(result),
    ...(result.recycled > 0 ? [row('Come back later', count(result.recycled))] : []),
    '',
    heading('Step by step', 'reached', 'of all', 'waited, mean'),
    ...result.steps
      .filter(({ kind }) => kind === 'action')
      .map((step) =>
        row(
          step.name,
          count(step.reached),
          percent(step.reached / leads),
          waited(step),
          bar(step.reached / leads)
        )
      ),
    '',
    ...happened(result),
    ...result.linked.flatMap(linked),
    `Touches: ${count(touches.total)} in all, ${touches.perLead.toFixed(3)} a lead`,
    `Elapsed, arrival to end: ${times(result.elapsed, DAY, 'days')}`,
    `Cycle, opening hours only: ${times(result.cycle, HOUR, 'hours')}`,
    '',
    `Simulated in ${Math.round(milliseconds)} ms; the same on any machine.`,
    ''
  ].join('\n');
}

/** Every end, by an exit or otherwise. */
function ends({
  exits,
  otherEnds,
  unfinished
}: Pick<CadenceResult, 'exits' | 'otherEnds' | 'unfinished'>): readonly string[] {
  return [
    ...[...exits, ...otherEnds].map((end) =>
      row(
        end.name,
        count(end.count),
        percent(end.share),
        `${percent(end.low)} – ${percent(end.high)}`,
        bar(end.share)
      )
    ),
    ...(unfinished > 0 ? [row('Never ends', count(unfinished))] : [])
  ];
}

/** Signals, handlers and time limits, where the cadence has any. */
function happened(result: SimulationResult): readonly string[] {
  const rows = [
    ...Object.entries(result.signals).map(([id, times]) => row(`Signal ${id}`, count(times))),
    ...Object.entries(result.handlers).map(([id, times]) => row(`Handler ${id}`, count(times))),
    ...result.timeLimits.map((limit) =>
      row(`Time limit ${limit.threshold} of ${limit.node}`, count(limit.count))
    )
  ];
  return rows.length > 0 ? [heading('What happened', 'times', '', ''), ...rows, ''] : [];
}

function linked(result: CadenceResult): readonly string[] {
  const title = `${result.name}: ${count(result.enrollments)} enrolled`;
  return [heading(title, 'leads', 'share', '95 % interval'), ...ends(result), ''];
}

function heading(title: string, ...columns: readonly [string, string, string]): string {
  return row(title, ...columns);
}

function row(title: string, a: string, b = '', c = '', chart = ''): string {
  const name = title.length > 34 ? `${title.slice(0, 33)}…` : title.padEnd(34);
  return `  ${name} ${a.padStart(10)} ${b.padStart(8)} ${c.padStart(18)}  ${chart}`.trimEnd();
}

function bar(share: number): string {
  return '█'.repeat(Math.round(share * BAR));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function waited({ waiting, visits }: StepCount): string {
  return visits === 0 ? '' : `${(waiting / visits / HOUR).toFixed(1)} h`;
}

function times({ mean, p50, p90 }: TimeSummary, unit: number, name: string): string {
  const figure = (value: number): string => (value / unit).toFixed(1);
  return `mean ${figure(mean)}, half within ${figure(p50)}, nine in ten within ${figure(p90)} ${name}`;
}

import type { SimulationResult } from '$lib/simulation';
import { howItEnds, linked } from './ends';
import { count, money, percent, row, time } from './lines';
import { peopleAndQueues } from './people';
import { stepByStep, whatHappened } from './steps';
import { times } from './times';

/** A result as tables with small charts of text, for people. */
export function report(name: string, result: SimulationResult, milliseconds: number): string {
  const { touches, path, stopped } = result;
  return [
    headline(name, result),
    ...(stopped ? [cutShort(stopped)] : []),
    '',
    ...howItEnds(result),
    ...stepByStep(result),
    ...whatHappened(result),
    ...linked(result),
    ...bySegment(result),
    ...peopleAndQueues(result),
    ...times(result),
    `Touches: ${count(touches.total)} in all, ${touches.perLead.toFixed(3)} a lead`,
    ...costs(result),
    '',
    `Simulated in ${Math.round(milliseconds)} ms (${way(path)}); the same on any machine.`,
    ''
  ].join('\n');
}

/** The way the leads were run; the columnar one is the faster. */
function way({ kind, reasons }: SimulationResult['path']): string {
  return reasons.length > 0 ? `${kind} path: ${reasons.join(', ')}` : `${kind} path`;
}

function headline(
  name: string,
  { leads, seed, replications, warmUp, brief }: SimulationResult
): string {
  const more = [
    ...(replications > 1 ? [`${replications} replications`] : []),
    ...(warmUp > 0 ? [`the first ${count(warmUp)} leads not counted`] : []),
    ...(brief ? ['in brief'] : [])
  ];
  return [`${name}: ${count(leads)} leads, seed ${seed}`, ...more].join(', ');
}

function cutShort({ reason, done, of }: NonNullable<SimulationResult['stopped']>): string {
  const what = reason === 'time' ? 'time' : 'memory';
  return `Stopped: the ${what} it was given is used up. What follows is of ${count(done)} of ${count(of)} leads.`;
}

function bySegment({ segments }: SimulationResult): readonly string[] {
  if (segments.length < 2) return [];
  return [
    row('Segments', 'leads', 'success', 'elapsed, mean'),
    ...segments.map(({ name, leads, success, elapsedMean }) =>
      row(name, count(leads), percent(success), time(elapsedMean))
    ),
    ''
  ];
}

function costs({ money: figures }: SimulationResult): readonly string[] {
  if (!figures) return [];
  const { cost, value, costPerSuccess } = figures;
  const each = costPerSuccess === null ? '' : `, ${money(costPerSuccess)} for each success`;
  return [`Cost: ${money(cost)}${each}; value of what was won: ${money(value)}`];
}

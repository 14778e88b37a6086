import type { CadenceResult, SimulationResult } from '$lib/simulation';
import { barWithInterval, count, percent, row } from './lines';

/** Every end, by an exit or otherwise. */
function ends(
  { exits, otherEnds, unfinished }: Pick<CadenceResult, 'exits' | 'otherEnds' | 'unfinished'>,
  stopped: boolean
): readonly string[] {
  return [
    ...[...exits, ...otherEnds].map(({ name, count: leads, share, low, high }) =>
      row(
        name,
        count(leads),
        percent(share),
        `${percent(low)} – ${percent(high)}`,
        barWithInterval(share, low, high)
      )
    ),
    ...(unfinished > 0 ? [row(stopped ? 'Still under way' : 'Never ends', count(unfinished))] : [])
  ];
}

export function howItEnds(result: SimulationResult): readonly string[] {
  const { recycled, stopped } = result;
  return [
    row('How it ends', 'leads', 'share', '95 % interval'),
    ...ends(result, stopped !== null),
    ...(recycled > 0 ? [row('Come back later', count(recycled))] : []),
    ''
  ];
}

/** What became of the leads in the cadences they came to. */
export function linked({ linked: results, stopped }: SimulationResult): readonly string[] {
  return results.flatMap((result) => [
    row(`${result.name}: ${count(result.enrollments)} enrolled`, 'leads', 'share', '95 % interval'),
    ...ends(result, stopped !== null),
    ''
  ]);
}

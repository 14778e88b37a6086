import type { SimulationResult } from '../simulate-state.svelte';
import { RESULT_WORDS, VERDICT_ORDER } from './verdicts';

type Ends = Pick<SimulationResult, 'exits' | 'otherEnds' | 'unfinished'>;
type End = SimulationResult['exits'][number] | SimulationResult['otherEnds'][number];

/** Every way in which leads ended, by an exit or otherwise: what was hoped for first. */
export function endsOf({ exits, otherEnds }: Ends): readonly End[] {
  const rank = ({ result }: End) => VERDICT_ORDER.indexOf(RESULT_WORDS[result].verdict);
  return [...exits, ...otherEnds].toSorted((a, b) => rank(a) - rank(b) || b.count - a.count);
}

/** The share of leads whose end was hoped for. */
export function goodShare({ exits, otherEnds }: Omit<Ends, 'unfinished'>): number {
  return [...exits, ...otherEnds]
    .filter(({ result }) => RESULT_WORDS[result].verdict === 'won')
    .reduce((sum, { share }) => sum + share, 0);
}

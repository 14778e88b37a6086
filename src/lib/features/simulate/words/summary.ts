import type { ExitResult } from '$lib/domain';
import type { SimulationResult } from '../simulate-state.svelte';
import { percent } from '$lib/ui';
import { inFittingUnit, inWords, type TimeUnit } from './time-units';
import { RESULT_WORDS, VERDICT_ORDER } from './verdicts';

/** A piece of the summary; strong pieces are what the reader came for. */
export interface Phrase {
  readonly text: string;
  readonly strong?: boolean;
}

/** Results named in the sentence; the rest are counted together. */
const NAMED = 4;

/** What the simulation found, as two or three sentences. */
export function summarize(result: SimulationResult, cycle: TimeUnit): readonly Phrase[] {
  const phrases: Phrase[] = [...broken(result), { text: `Of ${count(result.leads)} leads, ` }];
  endings(result).forEach((ending, at, all) => {
    if (at > 0) phrases.push({ text: at === all.length - 1 ? ' and ' : ', ' });
    phrases.push(ending);
  });
  phrases.push({ text: '.' });
  if (result.touches.total > 0) {
    phrases.push(
      { text: ' A lead gets ' },
      { text: `${decimal(result.touches.perLead)} touches`, strong: true },
      { text: ' on average.' }
    );
  }
  phrases.push(
    { text: ' Half are through within ' },
    { text: inWords(result.cycle.p50, cycle), strong: true },
    { text: `, nine in ten within ${inWords(result.cycle.p90, cycle)}.` }
  );
  phrases.push(...busiest(result));
  if (result.unfinished > 0) {
    phrases.push(
      { text: ' ' },
      { text: `${count(result.unfinished)} never end`, strong: true },
      { text: ': they go in circles, or wait for what never comes.' }
    );
  }
  return phrases;
}

/** That the run ended before its end, and why. */
function broken({ stopped }: SimulationResult): readonly Phrase[] {
  if (!stopped) return [];
  const { reason, done, of } = stopped;
  const why = reason === 'time' ? 'its time was used up' : 'it took too much memory';
  return [
    { text: `Ended early, because ${why}`, strong: true },
    { text: ` after ${count(done)} of ${count(of)} leads: what they show is less sure. ` }
  ];
}

/** Whoever has least time to spare, and what that means for the tasks. */
function busiest({ people }: SimulationResult): readonly Phrase[] {
  const [most] = people.toSorted((a, b) => b.utilization - a.utilization);
  if (!most || most.tasks === 0) return [];
  return [
    { text: ` ${most.name} ${most.count === 1 ? 'is' : `(${most.count}) are`} ` },
    { text: `busy ${percent(most.utilization)}`, strong: most.utilization > 0.9 },
    { text: ` of their hours; a task waits ${inFittingUnit(most.waited / most.tasks)} for them.` }
  ];
}

function endings(result: SimulationResult): readonly Phrase[] {
  const totals = new Map<ExitResult, number>();
  for (const end of [...result.exits, ...result.otherEnds])
    totals.set(end.result, (totals.get(end.result) ?? 0) + end.count);
  const ordered = [...totals]
    .filter(([, leads]) => leads > 0)
    .sort(
      ([a, leadsA], [b, leadsB]) =>
        VERDICT_ORDER.indexOf(RESULT_WORDS[a].verdict) -
          VERDICT_ORDER.indexOf(RESULT_WORDS[b].verdict) || leadsB - leadsA
    );
  if (ordered.length === 0) return [{ text: 'none end' }];
  const named = ordered.slice(0, ordered.length > NAMED ? NAMED - 1 : NAMED);
  const rest = ordered.slice(named.length).reduce((sum, [, leads]) => sum + leads, 0);
  const phrases = named.map(([kind, leads]) => {
    const words = RESULT_WORDS[kind];
    return {
      text: `${count(leads)} ${leads === 1 ? words.one : words.many}`,
      strong: words.verdict === 'won'
    };
  });
  return rest > 0 ? [...phrases, { text: `${count(rest)} end otherwise` }] : phrases;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function decimal(value: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 2 });
}

import type { Predicate, Program } from '$lib/program';

type Read = Pick<
  Program,
  'chooses' | 'waits' | 'guards' | 'handlers' | 'moves' | 'touchLimits' | 'entry'
>;

/** Whether anything looks at single touches: a limit, or a fact within a time or over all runs. */
export function needsLog(program: Read): boolean {
  return program.touchLimits.length > 0 || predicatesOf(program).some(looksBack);
}

function predicatesOf({ chooses, waits, guards, handlers, moves, entry }: Read): Predicate[] {
  return [
    ...(entry.criteria ? [entry.criteria] : []),
    ...chooses.flatMap(({ cases }) => cases),
    ...waits.flatMap((wait) => (wait.type === 'event' && wait.condition ? wait.condition : [])),
    ...guards.flat().map(({ when }) => when),
    ...handlers.flatMap(({ when }) => when ?? []),
    ...moves.flatMap(({ requirements }) => requirements).map(({ when }) => when)
  ];
}

function looksBack(predicate: Predicate): boolean {
  if (predicate.type === 'not') return looksBack(predicate.of);
  if (predicate.type !== 'compare') return predicate.of.some(looksBack);
  const { fact } = predicate;
  return 'scope' in fact && (fact.scope === 'lifetime' || fact.window !== null);
}

import type { OutcomeChance } from '$lib/domain';

/**
 * Outcomes with another chance of one of them; the others share what is left in the proportions they
 * had, "done, no disposition" included. Chances of segments change alike.
 */
export function tilted(
  outcomes: readonly OutcomeChance[],
  place: number,
  to: (chance: number) => number
): readonly OutcomeChance[] {
  const segments = [...new Set(outcomes.flatMap(({ bySegment = {} }) => Object.keys(bySegment)))];
  const base = moved(
    outcomes.map(({ chance }) => chance),
    place,
    to
  );
  const ofSegments = segments.map((segment): readonly [string, readonly number[]] => [
    segment,
    moved(
      outcomes.map(({ chance, bySegment }) => bySegment?.[segment] ?? chance),
      place,
      to
    )
  ]);
  return outcomes.map(({ disposition }, at) => ({
    disposition,
    chance: base[at] ?? 0,
    ...(segments.length === 0
      ? {}
      : {
          bySegment: Object.fromEntries(
            ofSegments.map(([segment, chances]) => [segment, chances[at] ?? 0])
          )
        })
  }));
}

function moved(
  chances: readonly number[],
  place: number,
  to: (chance: number) => number
): readonly number[] {
  const before = chances[place] ?? 0;
  const after = Math.min(1, Math.max(0, to(before)));
  const rest = before >= 1 ? 0 : (1 - after) / (1 - before);
  return chances.map((chance, at) => (at === place ? after : chance * rest));
}

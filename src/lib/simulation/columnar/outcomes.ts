import { NO_DISPOSITION } from '$lib/engine';
import type { Choice } from '../chance/choice';

const WHOLE = 0x100000000;

/** A choice as limits of 32 drawn bits: those below the first limit mean the first value, and so on. */
export interface Outcomes {
  readonly values: readonly number[];
  /** One less than the values: the last one is what is left over. Even numbers (see `choiceOf`). */
  readonly limits: readonly number[];
  /** Where there are too many for limits. */
  readonly choice: Choice | null;
}

const NOTHING: Outcomes = { values: [NO_DISPOSITION], limits: [], choice: null };

/** The values of a choice that may be drawn at all. */
export function outcomesOf(choice: Choice | undefined): Outcomes {
  if (!choice) return NOTHING;
  const { upTo, values, aliases } = choice;
  if (aliases) return { values: [...new Set(values)], limits: [], choice };
  const drawn: number[] = [];
  const limits: number[] = [];
  let before = 0;
  for (let place = 0; place < upTo.length && before < WHOLE; place++) {
    const limit = Math.min(WHOLE, Math.ceil((upTo[place] as number) * WHOLE));
    if (limit <= before) continue;
    drawn.push(values[place] as number);
    limits.push(limit);
    before = limit;
  }
  if (before < WHOLE) drawn.push(values[upTo.length] as number);
  else limits.pop();
  return { values: drawn, limits, choice: drawn.length > 3 ? choice : null };
}

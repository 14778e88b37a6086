import type { ExplainedRefusal, Verdict } from '$lib/worker/protocol';

/** The refusal of a verdict; throws when it was allowed. */
export function refusalIn(verdict: Verdict): ExplainedRefusal {
  if (verdict.allowed) throw new Error('it was allowed');
  return verdict.refusal;
}

/** What is missing, by source and id: `['field job-status', 'checklist need']`. */
export function missing(verdict: Verdict): readonly string[] {
  return refusalIn(verdict).unmet.map(({ source, id }) => `${source} ${id}`);
}

/** How far each comparison of what is missing has come: `['0/2', '1/1']`. */
export function countsOf(verdict: Verdict): readonly string[] {
  return refusalIn(verdict).unmet.flatMap(({ progress }) =>
    progress.map(({ have, need }) => `${String(have)}/${String(need)}`)
  );
}

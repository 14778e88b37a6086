import { msOf, type Instant } from '$lib/domain';
import type { Explanation } from '../explanation';
import { foldLead, leadRunsAt, type FoldInput } from '../fold';
import { explainMove, explainOffer } from './explain-held';
import { explainRunaway } from './explain-runaway';
import { explainToken } from './explain-token';
import { reasonOf, type RunContext } from './run-context';
import { slaLinks } from './sla-links';

/**
 * Why everything of a lead is where it is at `now`: every token, task, exit on offer and refused move
 * of every enrollment under way, in the order of their keys (ENG-120), and why some go on no more.
 */
export function explainLead(input: FoldInput, now: Instant): readonly Explanation[] {
  return contextsOf(input, now, true).flatMap((context) =>
    context.view.status === 'runaway' ? explainRunaway(context) : explainRun(context)
  );
}

/** The runs under way at `now`, in the order of their keys; with `astray` those that went in circles too. */
export function contextsOf(input: FoldInput, now: Instant, astray = false): readonly RunContext[] {
  const { enrollments } = foldLead(input, now);
  const { runs } = leadRunsAt(input, now);
  const events = input.events.filter(({ t }) => msOf(t) <= now);
  return enrollments.flatMap((view) => {
    const run = runs.find(({ key }) => key === view.key);
    if (!run || !(run.running || (astray && view.status === 'runaway'))) return [];
    const { key, program, state } = run;
    return [{ key, program, state, now, view, events }];
  });
}

function explainRun(context: RunContext): readonly Explanation[] {
  const { program, state } = context;
  const [first, ...rest] = state.tokens
    .filter(({ alive }) => alive)
    .map((token) => explainToken(context, token));
  const clocks = slaLinks(context, null).map(reasonOf);
  const tokens = first ? [{ ...first, reasons: [...first.reasons, ...clocks] }, ...rest] : [];
  if (state.pausedAt >= 0) return tokens;
  return [
    ...tokens,
    ...state.offers.map((offer) => explainOffer(context, offer)),
    ...program.moves.flatMap((move) => explainMove(context, move) ?? [])
  ];
}

import { msOf, type LeadEvent } from '$lib/domain';
import { leadLog, type Model } from '$lib/simulation';
import { foldedFigures, foldedLead, simulatedFigures, type Figures } from '$lib/simulation/testing';

/** What a simulator built on folding and the real one say of a lead; null: it cannot be folded here. */
export function bothLives(
  model: Model,
  lead: number
): { folded: unknown; simulated: unknown } | null {
  const folded = foldedLead(model, lead);
  if (!folded) return null;
  const slow = foldedFigures(model, folded);
  const fast = simulatedFigures(model, lead);
  const log = leadLog(model, lead);
  return {
    folded: {
      figures: differing(slow, fast),
      events: folded.events.map(wordsOf),
      traces: Object.fromEntries(folded.runs.map(({ key, trace }) => [key, trace]))
    },
    simulated: {
      figures: differing(fast, slow),
      events: log.events.map(wordsOf),
      traces: log.traces
    }
  };
}

/** The figures of one that the other does not have so. */
function differing(of: Figures, other: Figures): Figures {
  return Object.fromEntries(Object.entries(of).filter(([name, value]) => other[name] !== value));
}

/** What an event says, and when; who wrote it down differs. */
function wordsOf(event: LeadEvent): string {
  const { kind } = event;
  const step = 'step' in event ? (event.step ?? '') : 'to' in event ? event.to : '';
  const what = kind === 'completed' ? event.disposition : kind === 'signal' ? event.signal : '';
  return `${msOf(event.t)} ${kind} ${step} ${what ?? ''}`.trim();
}

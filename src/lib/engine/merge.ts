import type { LeadEvent } from '$lib/domain';

/** Order of code units: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The events of a lead as one history: each once, by (t, id). The order and grouping in which they
 * arrived make no difference (ENG-11).
 */
export function merge(events: readonly LeadEvent[]): readonly LeadEvent[] {
  const byId = new Map<string, LeadEvent>();
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event);
  return [...byId.values()].sort((a, b) => compareText(a.t, b.t) || compareText(a.id, b.id));
}

import type { EventId, LeadEvent } from '$lib/domain';
import { canonicalJson } from '$lib/util';

export interface Unique {
  readonly byId: ReadonlyMap<EventId, LeadEvent>;
  /** Ids that came with two different bodies: the log was changed outside the app. */
  readonly variants: readonly EventId[];
}

/** Each event once. Of different bodies under one id the one whose canonical JSON comes first counts. */
export function unique(events: readonly LeadEvent[]): Unique {
  const byId = new Map<EventId, LeadEvent>();
  const variants = new Set<EventId>();
  for (const event of events) {
    const known = byId.get(event.id);
    if (!known) byId.set(event.id, event);
    else if (known !== event) {
      const [old, other] = [canonicalJson(known), canonicalJson(event)];
      if (old !== other) variants.add(event.id);
      if (other < old) byId.set(event.id, event);
    }
  }
  return { byId, variants: [...variants].sort() };
}

import type { Author, CorrectedEvent, EventId, LeadEvent } from '$lib/domain';
import { compareEvents } from './order';

export interface Corrections {
  /** Events taken back: as if they had never been. */
  readonly void: ReadonlySet<EventId>;
  /** The event whose place another one takes. */
  readonly placeOf: ReadonlyMap<EventId, LeadEvent>;
  /** Corrections of what somebody else wrote; they do nothing. */
  readonly foreign: readonly CorrectedEvent[];
}

const NOTHING: Corrections = { void: new Set(), placeOf: new Map(), foreign: [] };

/**
 * What its own author took back, and what stands in its place (ENG-73). A correction may itself be
 * taken back; of several of one event the latest counts. `events` are in order.
 */
export function corrections(
  events: readonly LeadEvent[],
  byId: ReadonlyMap<EventId, LeadEvent>
): Corrections {
  const all = events.filter((event) => event.kind === 'corrected');
  if (all.length === 0) return NOTHING;
  const voided = new Set<EventId>();
  const replaced = new Set<EventId>();
  const foreign: CorrectedEvent[] = [];
  const origin = new Map<EventId, LeadEvent>();
  // The latest first: it may take back an earlier correction.
  for (const correction of [...all].reverse()) {
    const ref = byId.get(correction.ref);
    const by = correction.by === undefined ? undefined : byId.get(correction.by);
    const superseded = voided.has(correction.id) || (ref !== undefined && replaced.has(ref.id));
    if (superseded) {
      if (by && isOwn(correction, by)) voided.add(by.id);
      continue;
    }
    if (!ref || compareEvents(ref, correction) >= 0) continue;
    if (!isOwn(correction, ref)) {
      foreign.push(correction);
      continue;
    }
    voided.add(ref.id);
    replaced.add(ref.id);
    if (by && isOwn(correction, by) && compareEvents(ref, by) < 0) origin.set(by.id, ref);
  }
  return { void: voided, placeOf: rooted(origin), foreign: foreign.reverse() };
}

/** A replacement of a replacement stands where the first one stood. */
function rooted(origin: ReadonlyMap<EventId, LeadEvent>): ReadonlyMap<EventId, LeadEvent> {
  const places = new Map<EventId, LeadEvent>();
  for (const [id, first] of origin) {
    let place = first;
    // Each place is earlier than the one before, so that this ends.
    for (let next = origin.get(place.id); next; next = origin.get(place.id)) place = next;
    places.set(id, place);
  }
  return places;
}

/** A person may use several devices: the user counts, not the replica. */
function isOwn(correction: LeadEvent, event: LeadEvent): boolean {
  return userOf(correction.author) === userOf(event.author);
}

function userOf(author: Author): string {
  const dot = author.lastIndexOf('.');
  return dot < 0 ? author : author.slice(0, dot);
}

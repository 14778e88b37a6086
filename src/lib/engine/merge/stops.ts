import type { EventId, ExitedEvent, LeadEvent, OptedOutEvent } from '$lib/domain';
import type { Ancestry } from './ancestry';
import { isOutcome, type OutcomeEvent } from './outcomes';
import { compareEvents } from './order';

export type StopEvent = ExitedEvent | OptedOutEvent;

export function isStop(event: LeadEvent): event is StopEvent {
  return event.kind === 'exited' || event.kind === 'optedOut';
}

/** Stops and pauses that a later `resumed` names: they held until then, and no longer. In order. */
export function takenBack(events: readonly LeadEvent[]): ReadonlySet<EventId> {
  const seen = new Set<EventId>();
  const named = new Set<EventId>();
  for (const event of events) {
    if (event.kind === 'resumed') for (const id of event.stops) if (seen.has(id)) named.add(id);
    seen.add(event.id);
  }
  return named;
}

/**
 * Outcomes whose authors did not know that the run was being stopped, with the stop: they count as
 * activity and go no further, whatever the clocks say (ENG-72). Whoever wrote a stop without having
 * seen anything can only be judged by the clock.
 */
export function unknowing(
  events: readonly LeadEvent[],
  revoked: ReadonlySet<EventId>,
  ancestry: Ancestry
): ReadonlyMap<EventId, StopEvent> {
  const found = new Map<EventId, StopEvent>();
  const stops = events.filter(isStop).filter(({ id }) => !revoked.has(id));
  if (stops.length === 0) return found;
  const outcomes = events.filter(isOutcome);
  for (const stop of stops)
    for (const outcome of outcomes)
      if (!found.has(outcome.id) && concerns(stop, outcome) && ancestry.concurrent(stop, outcome))
        if (stop.parents.length > 0 || compareEvents(stop, outcome) < 0)
          found.set(outcome.id, stop);
  return found;
}

function concerns(stop: StopEvent, { enrollment }: OutcomeEvent): boolean {
  return stop.kind === 'optedOut' || stop.enrollment === enrollment;
}

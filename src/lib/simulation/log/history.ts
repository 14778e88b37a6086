import { hlcOf, type Author, type Instant, type LeadEvent } from '$lib/domain';
import { ENGINE_MAJOR } from '$lib/program';

const AUTHOR: Author = 'simulation.0';

/** Spreads over the kinds of events, so that each keeps its own shape. */
type Parts<E> = E extends LeadEvent ? Omit<E, 'id' | 't' | 'author' | 'parents' | 'engine'> : never;

/** What a simulated event says; the rest follows. */
export type EventParts = Parts<LeadEvent>;

/** Writes events as one device would: each builds on the one before. */
export class History {
  readonly events: LeadEvent[] = [];

  write(at: Instant, parts: EventParts): void {
    const t = hlcOf(at, this.events.length);
    const before = this.events[this.events.length - 1];
    const event: LeadEvent = {
      ...parts,
      id: `${AUTHOR}.${t}`,
      t,
      author: AUTHOR,
      parents: before ? [before.id] : [],
      engine: ENGINE_MAJOR
    };
    this.events.push(event);
  }
}

import {
  hlcOf,
  type Author,
  type CadenceId,
  type Instant,
  type LeadEvent,
  type Slug,
  type VersionId
} from '$lib/domain';

type Distribute<T> = T extends LeadEvent
  ? Omit<T, 'id' | 't' | 'author' | 'parents' | 'engine'> & { engine?: number }
  : never;

/** What a test says of an event; the rest (id, clock, author, parents) follows. */
export type EventParts = Distribute<LeadEvent>;

/** Instant of an ISO date-time with zone: `at('2026-01-05T09:00Z')`. */
export function at(iso: string): Instant {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new Error(`not a date-time: ${iso}`);
  return ms;
}

/** Writes a lead's events as one device would: each builds on the one before. */
export class History {
  readonly events: LeadEvent[] = [];
  readonly #author: Author;
  #counter = 0;

  constructor(author: Author = 'rita.k3j9x2m4ab') {
    this.#author = author;
  }

  add(when: Instant | string, parts: EventParts): this {
    const ms = typeof when === 'string' ? at(when) : when;
    const t = hlcOf(ms, this.#counter++);
    const last = this.events[this.events.length - 1];
    this.events.push({
      engine: 1,
      ...parts,
      id: `${this.#author}.${t}`,
      t,
      author: this.#author,
      parents: last ? [last.id] : []
    });
    return this;
  }

  enroll(when: Instant | string, cadence: CadenceId, version: VersionId): this {
    return this.add(when, { kind: 'enrolled', enrollment: `${cadence}~1`, cadence, version });
  }

  complete(when: Instant | string, cadence: CadenceId, step: string, disposition?: Slug): this {
    return this.add(when, {
      kind: 'completed',
      enrollment: `${cadence}~1`,
      step,
      ...(disposition === undefined ? {} : { disposition })
    });
  }
}

import type { EventId, LeadEvent } from '$lib/domain';

/** Who knew of what: one event knows another when a chain of parents leads to it. */
export class Ancestry {
  readonly #byId: ReadonlyMap<EventId, LeadEvent>;
  /** Made when first asked for: most histories never compare anything. */
  readonly #known = new Map<EventId, ReadonlySet<EventId>>();

  constructor(byId: ReadonlyMap<EventId, LeadEvent>) {
    this.#byId = byId;
  }

  knows(later: LeadEvent, earlier: LeadEvent): boolean {
    return later.parents.includes(earlier.id) || this.#ancestors(later).has(earlier.id);
  }

  /** Neither knew of the other. */
  concurrent(a: LeadEvent, b: LeadEvent): boolean {
    const [earlier, later] = a.t < b.t ? [a, b] : [b, a];
    // The later one is the more likely to know, and then the other need not be asked.
    return a.id !== b.id && !this.knows(later, earlier) && !this.knows(earlier, later);
  }

  #ancestors(event: LeadEvent): ReadonlySet<EventId> {
    const known = this.#known.get(event.id);
    if (known) return known;
    const found = new Set<EventId>();
    const open = [...event.parents];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(...(this.#byId.get(id)?.parents ?? []));
    }
    this.#known.set(event.id, found);
    return found;
  }
}

import { compileCalendar, type CompiledCalendar, type WorkCalendar } from '$lib/calendar';
import type { Instant } from '$lib/domain';
import { canonicalJson, type Result } from '$lib/util';

export interface Horizon {
  readonly from: Instant;
  readonly to: Instant;
}

/** More than the calendars of one sitting, with the zones of a contact window. */
const LIMIT = 64;

/** Keeps compiled calendars, so that checking while somebody draws compiles each of them once. */
export class CalendarCache {
  readonly #compiled = new Map<string, Result<CompiledCalendar, string>>();

  /** What `compileCalendar` says of the calendar, from memory when it was asked before. */
  compile(calendar: WorkCalendar, horizon: Horizon): Result<CompiledCalendar, string> {
    const key = canonicalJson([calendar, horizon.from, horizon.to]);
    const known = this.#compiled.get(key);
    if (known) return known;
    if (this.#compiled.size >= LIMIT) this.#compiled.clear();
    const compiled = compileCalendar(calendar, horizon);
    this.#compiled.set(key, compiled);
    return compiled;
  }
}

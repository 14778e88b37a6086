import { EVENT_KINDS, type LeadEvent } from '$lib/domain';
import { ENGINE_MAJOR } from '$lib/program';

/** Order of code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By (t, id): the order of display, and of everything that causality leaves open. */
export function compareEvents(a: LeadEvent, b: LeadEvent): number {
  return compareText(a.t, b.t) || compareText(a.id, b.id);
}

const KINDS: ReadonlySet<string> = new Set(EVENT_KINDS);

/** Whether this engine knows what the event means; what it does not know it never guesses at. */
export function isReadable({ kind, engine }: LeadEvent): boolean {
  return engine <= ENGINE_MAJOR && KINDS.has(kind);
}

import type { Model } from '$lib/simulation';
import { foldedFigures, foldedLead, simulatedFigures, type Figures } from '$lib/simulation/testing';

/** What the simulator and a fold of the lead's events disagree about: what it is, then theirs; null: not comparable. */
export function disagreements(model: Model, lead: number): Figures[] | null {
  const folded = foldedLead(model, lead);
  if (!folded) return null;
  const slow = foldedFigures(model, folded);
  const fast = simulatedFigures(model, lead);
  const names = [...new Set([...Object.keys(slow), ...Object.keys(fast)])];
  const differing = names.filter((name) => slow[name] !== fast[name]);
  const pick = (of: Figures) =>
    Object.fromEntries(differing.map((name) => [name, of[name] ?? 0] as const));
  return differing.length === 0 ? [] : [pick(slow), pick(fast)];
}

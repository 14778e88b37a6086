import type { EventId, LeadEvent, ResolvedEvent } from '$lib/domain';
import type { Ancestry } from './ancestry';

export type OutcomeEvent = Extract<
  LeadEvent,
  { kind: 'completed' | 'skipped' | 'approved' | 'refused' }
>;

export function isOutcome(event: LeadEvent): event is OutcomeEvent {
  const { kind } = event;
  return kind === 'completed' || kind === 'skipped' || kind === 'approved' || kind === 'refused';
}

/** Whether two outcomes of a step say the same. */
export function sameOutcome(a: OutcomeEvent, b: OutcomeEvent): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind !== 'completed' || b.kind !== 'completed' || a.disposition === b.disposition;
}

/** Names a step of an enrollment. */
export function stepOf({ enrollment, step }: { enrollment: string; step: string }): string {
  return `${enrollment} ${step}`;
}

/**
 * Outcomes that yield to a later one of the same step, with the one that wins (ENG-74): the one a
 * person chose last, else the one that work has gone on from. Where neither is so, the earliest
 * wins, and that one need not be told to wait. `events` are in order.
 */
export function yielding(
  events: readonly LeadEvent[],
  ancestry: Ancestry
): ReadonlyMap<EventId, OutcomeEvent> {
  const outcomes = events.filter(isOutcome);
  const yields = new Map<EventId, OutcomeEvent>();
  const bySteps = new Map<string, OutcomeEvent[]>();
  for (const outcome of outcomes) {
    const rivals = bySteps.get(stepOf(outcome));
    if (rivals) rivals.push(outcome);
    else bySteps.set(stepOf(outcome), [outcome]);
  }
  if (bySteps.size === outcomes.length) return yields;
  const chosen = new Map<string, ResolvedEvent>();
  for (const event of events) if (event.kind === 'resolved') chosen.set(stepOf(event), event);
  for (const [step, rivals] of bySteps) {
    if (rivals.length < 2) continue;
    const choice = chosen.get(step)?.chosen;
    const winner =
      rivals.find(({ id }) => id === choice) ?? builtUpon(rivals, outcomes, ancestry) ?? rivals[0];
    for (const rival of rivals) {
      if (rival === winner || !winner) break;
      yields.set(rival.id, winner);
    }
  }
  return yields;
}

/**
 * The earliest of the rivals that outcomes of other steps build on. Whoever knew of several of them
 * built on the one that counted then: the one that the outcomes they knew of were built on.
 */
function builtUpon(
  rivals: readonly OutcomeEvent[],
  outcomes: readonly OutcomeEvent[],
  ancestry: Ancestry
): OutcomeEvent | null {
  const basis = new Map<OutcomeEvent, OutcomeEvent>();
  const [{ enrollment, step }] = rivals as readonly [OutcomeEvent];
  for (const later of outcomes) {
    if (later.enrollment !== enrollment || later.step === step) continue;
    const known = rivals.filter((rival) => ancestry.knows(later, rival));
    if (known.length === 0) continue;
    const counted = known.find((rival) =>
      [...basis].some(([other, on]) => on === rival && ancestry.knows(later, other))
    );
    const on = counted ?? known[0];
    if (on) basis.set(later, on);
  }
  const used = new Set(basis.values());
  return rivals.find((rival) => used.has(rival)) ?? null;
}

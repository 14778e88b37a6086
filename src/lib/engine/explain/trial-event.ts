import { hlcOf, msOf, type Hlc, type Instant, type LeadEvent } from '$lib/domain';
import { ENGINE_MAJOR } from '$lib/program';
import type { Attempt } from '../explanation';
import type { LeadState } from '../lead-state';

/** Nobody's name: what is tried is never written down. */
const AUTHOR = 'attempt.0000000000';

/** The event that an attempt would write at `now`, by somebody who has seen all that came before. */
export function trialEvent(
  attempt: Attempt,
  events: readonly LeadEvent[],
  state: LeadState,
  now: Instant
): LeadEvent {
  const t = clockAfter(events, now);
  return {
    ...partsOf(attempt, state),
    id: `${AUTHOR}.${t}`,
    t,
    author: AUTHOR,
    parents: newestOf(events),
    engine: ENGINE_MAJOR
  };
}

/** A reading of `now` that is later than all there is. */
function clockAfter(events: readonly LeadEvent[], now: Instant): Hlc {
  let counter = 0;
  while (events.some(({ t }) => t >= hlcOf(now, counter))) counter++;
  return hlcOf(now, counter);
}

/** Events that no other event builds on. */
function newestOf(events: readonly LeadEvent[]): readonly string[] {
  const known = new Set(events.flatMap(({ parents }) => parents));
  return [...new Set(events.map(({ id }) => id))].filter((id) => !known.has(id));
}

type Parts = LeadEvent extends infer E
  ? E extends LeadEvent
    ? Omit<E, 'id' | 't' | 'author' | 'parents' | 'engine'>
    : never
  : never;

function partsOf(attempt: Attempt, state: LeadState): Parts {
  switch (attempt.type) {
    case 'complete': {
      const { type: _, ...parts } = attempt;
      return { kind: 'completed', ...parts };
    }
    case 'skip':
      return { kind: 'skipped', ...whereOf(attempt), reason: '' };
    case 'approve':
      return { kind: 'approved', ...whereOf(attempt) };
    case 'refuse':
      return { kind: 'refused', ...whereOf(attempt), reason: '' };
    case 'move': {
      const { type: _, ...parts } = attempt;
      return { kind: 'moved', ...parts };
    }
    case 'exit':
      return { kind: 'exited', enrollment: attempt.enrollment, result: attempt.result };
    case 'enroll': {
      const { cadence, version } = attempt;
      return { kind: 'enrolled', enrollment: freeKey(cadence, state), cadence, version };
    }
  }
}

function whereOf({ enrollment, step }: Extract<Attempt, { step: string }>) {
  return { enrollment, step };
}

/** The lead's next key in a cadence. */
function freeKey(cadence: string, { enrollments }: LeadState): string {
  let n = 1;
  while (enrollments.some(({ key }) => key === `${cadence}~${n}`)) n++;
  return `${cadence}~${n}`;
}

/** Events up to and including `now`. */
export function eventsUntil(events: readonly LeadEvent[], now: Instant): readonly LeadEvent[] {
  return events.filter(({ t }) => msOf(t) <= now);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTROL_VERBS,
  msOf,
  versionOf,
  type Cadence,
  type CadenceControl,
  type LeadEvent
} from '$lib/domain';
import type { Program } from '$lib/program';
import { CADENCE, OTHER_CADENCE, validCadence } from '$tests/support/arbitrary-cadence';
import { eventsFor } from '$tests/support/arbitrary-events';
import { cadenceOf, call, entry, exit, sixSteps } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { at } from '$tests/support/history';
import { foldLead, type FoldInput } from './fold';

const START = at('2026-01-05T09:00-05:00');
const DAY = 86_400_000;
/** Milliseconds that random cadences may take to be compiled and folded. */
const SLOW = 60_000;
const lead = { id: '01jd00000000000000000000zz', fields: { email: 'a@example.org' } };

/** A second cadence that handoffs and handlers may lead to. */
const other = programOf({
  ...cadenceOf([entry(), call('call'), exit('done')], ['start > call', 'call > done']),
  id: OTHER_CADENCE
});

interface Story {
  readonly input: FoldInput;
  readonly events: readonly LeadEvent[];
}

const compiled = new WeakMap<Cadence, Program>();

/** A check of whole ways may find more than the generator avoids: then there is no program. */
function compile(cadence: Cadence): Program | null {
  try {
    const program = compiled.get(cadence) ?? programOf(cadence);
    compiled.set(cadence, program);
    return program;
  } catch {
    return null;
  }
}

const cadences = fc
  .oneof(fc.constant(sixSteps()), validCadence())
  .filter((cadence) => compile(cadence) !== null);

const controls: fc.Arbitrary<readonly CadenceControl[]> = fc.array(
  fc.record({
    cadence: fc.constantFrom(CADENCE, OTHER_CADENCE),
    verb: fc.constantFrom(...CONTROL_VERBS),
    at: fc.nat(60).map((days) => START + days * DAY)
  }),
  { maxLength: 3 }
);

/** A lead in one version of a cadence that may be migrated to another, which is like it in name only. */
const stories: fc.Arbitrary<Story> = fc
  .record({ cadence: cadences, second: cadences, controls })
  .chain(({ cadence, second, controls: done }) => {
    const programs = [compile(cadence), compile(second), other].flatMap((each) => each ?? []);
    const version = versionOf(cadence);
    const world = { cadence, version, others: [other.cadence], from: START };
    return eventsFor(world, 25).map((events) => ({
      events: events.map((event) =>
        event.kind === 'migrated' ? { ...event, version: versionOf(second) } : event
      ),
      input: {
        lead,
        events: [],
        programs: new Map(programs.map((each) => [each.version, each])),
        controls: done
      }
    }));
  });

const nows = fc.nat(200).map((days) => START + days * DAY);

describe('foldLead of any events', () => {
  it(
    'ENG-11 never throws, and neither order nor grouping of arrival makes a difference',
    () => {
      const shuffled = stories.chain(({ input, events }) =>
        fc
          .shuffledSubarray([...events, ...events.map((event) => ({ ...event }))], {
            minLength: events.length * 2
          })
          .map((arrived) => ({ input, events, arrived }))
      );
      fc.assert(
        fc.property(shuffled, nows, ({ input, events, arrived }, now) => {
          const once = foldLead({ ...input, events }, now);
          expect(foldLead({ ...input, events: arrived }, now)).toEqual(once);
        }),
        { seed: 1311, numRuns: 150 }
      );
    },
    SLOW
  );

  it(
    'ENG-12 a later now only adds to what had happened when no more was known',
    () => {
      fc.assert(
        fc.property(stories, fc.nat(60), fc.nat(60), ({ input, events }, days, more) => {
          const last = Math.max(...events.map(({ t }) => msOf(t)));
          const now = last + days * DAY;
          const before = foldLead({ ...input, events }, now);
          const after = foldLead({ ...input, events }, now + more * DAY);
          for (const { key, trace } of before.enrollments) {
            const same = after.enrollments.find((run) => run.key === key);
            expect(same?.trace.slice(0, trace.length)).toEqual(trace);
          }
          expect(after.enrollments.length).toBeGreaterThanOrEqual(before.enrollments.length);
        }),
        { seed: 1312, numRuns: 100 }
      );
    },
    SLOW
  );

  it(
    'ENG-8 a run that has ended has nothing open, one that is under way rests somewhere',
    () => {
      fc.assert(
        fc.property(stories, nows, ({ input, events }, now) => {
          const { enrollments } = foldLead({ ...input, events }, now);
          for (const run of enrollments) {
            const { status, tasks, timers, offers, positions } = run;
            if (status === 'running') expect(positions.length).toBeGreaterThan(0);
            else expect([...tasks, ...timers]).toEqual([]);
            if (status === 'ended') expect([...offers, ...positions]).toEqual([]);
            expect(run.end !== null).toBe(status === 'ended');
            expect([...timers.map((timer) => timer.at)].every((when) => when > now)).toBe(true);
          }
          expect(new Set(enrollments.map(({ key }) => key)).size).toBe(enrollments.length);
        }),
        { seed: 1308, numRuns: 150 }
      );
    },
    SLOW
  );
});

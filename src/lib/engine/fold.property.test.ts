import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, hlcOf, type LeadEvent } from '$lib/domain';
import { sixSteps } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { at } from '$tests/support/history';
import { foldLead } from './fold';

const program = programOf(sixSteps());
const programs = new Map([[program.version, program]]);
const lead = { id: '01jd00000000000000000000zz', fields: {} };
const START = at('2026-01-05T09:00-05:00');

const begun: LeadEvent = {
  id: `rita.aaaaaaaaaa.${hlcOf(START - 1, 0)}`,
  t: hlcOf(START - 1, 0),
  author: 'rita.aaaaaaaaaa',
  parents: [],
  engine: 1,
  kind: 'enrolled',
  enrollment: `${program.cadence}~1`,
  cadence: program.cadence,
  version: program.version
};

const key = fc.constantFrom(`${program.cadence}~1`, `${program.cadence}~2`, 'nobody~1');
const step = fc.constantFrom('email-1#1', 'call-1#1', 'call-2#1', 'call-4#1', 'nowhere#1');
const disposition = fc.constantFrom('interested', 'no-answer', 'not-interested', 'made-up');

/** Any events at all: of every kind, for steps open and not, in one month. */
const anyEvent = fc
  .tuple(
    fc.constantFrom(...EVENT_KINDS),
    fc.nat(30 * 24 * 60),
    fc.nat(9999),
    key,
    step,
    disposition
  )
  .map(([kind, minute, counter, enrollment, stepKey, chosen]) => {
    const t = hlcOf(START + minute * 60_000, counter);
    return {
      ...{ id: `rita.aaaaaaaaaa.${t}`, t, author: 'rita.aaaaaaaaaa', parents: [], engine: 1 },
      ...{ kind, enrollment, step: stepKey, disposition: chosen, cadence: program.cadence },
      ...{ version: program.version, signal: 'reply', field: 'name', value: 'x', result: 'lost' },
      ...{ stops: [], map: {}, to: 'won', until: START + minute * 90_000, ref: begun.id },
      ...{ chosen: begun.id, reason: 'why', assignee: 'Sam', notice: 'none' }
    } as unknown as LeadEvent;
  });

describe('foldLead of any events', () => {
  it('ENG-11 never throws and does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 30 }),
        fc.nat(60 * 24 * 60),
        (events, minutes) => {
          const now = START + minutes * 60_000;
          const unique = [...new Map(events.map((event) => [event.id, event])).values()];
          const forward = foldLead({ lead, events: [begun, ...unique], programs }, now);
          const backward = foldLead(
            { lead, events: [...unique].reverse().concat(begun), programs },
            now
          );
          expect(backward).toEqual(forward);
          expect(forward.enrollments.length).toBeGreaterThan(0);
        }
      ),
      { seed: 1311, numRuns: 300 }
    );
  });

  it('ENG-8 a run that has ended has nothing open, one that runs has exactly one place', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const now = START + 90 * 86_400_000;
        for (const run of foldLead({ lead, events: [begun, ...events], programs }, now)
          .enrollments) {
          if (run.status === 'frozen') {
            expect([...run.tasks, ...run.timers]).toEqual([]);
            continue;
          }
          expect(run.tasks.length + run.timers.length).toBe(run.status === 'running' ? 1 : 0);
          expect(run.end !== null).toBe(run.status === 'ended');
        }
        expect(events.length).toBeLessThanOrEqual(30);
      }),
      { seed: 1308, numRuns: 300 }
    );
  });
});

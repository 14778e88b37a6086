import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarCache, compile } from '$lib/compiler';
import type { LeadEvent } from '$lib/domain';
import { foldLead, stateHash, type FoldInput, type Notice } from '$lib/engine';
import { printProgram, type Program } from '$lib/program';
import { canonicalJson } from '$lib/util';
import { CADENCE, OTHER_CADENCE, validCadence } from '../support/arbitrary-cadence';
import { cadenceOf, call, entry, exit } from '../support/cadences';
import { chooseFrom } from '../support/drive-run';
import { endOf, playHistory } from '../support/play-history';

const SLOW = 60_000;
const DAY = 86_400_000;
const FROM = Date.UTC(2026, 0, 5, 8);
const calendars = new CalendarCache();
const fields = {
  name: 'Ann',
  email: 'a@example.org',
  phone: '+49 30 1',
  region: 'north',
  score: 4,
  vip: true,
  renewal: '2026-01-12'
};
const lead = { id: '01jd00000000000000000000zz', fields };

const other = compile({
  ...cadenceOf([entry(), call('call'), exit('done')], ['start > call', 'call > done']),
  id: OTHER_CADENCE
}).program;

/** A history that people made of a random cadence. */
class Story {
  readonly program: Program;
  readonly events: readonly LeadEvent[];

  constructor(program: Program, people: number, numbers: readonly number[]) {
    this.program = program;
    const first = {
      kind: 'enrolled',
      enrollment: `${CADENCE}~1`,
      cadence: CADENCE,
      version: program.version
    } as const;
    const play = { input: this.fold([]), first, from: FROM, events: 30, people };
    this.events = playHistory(play, chooseFrom(numbers));
  }

  fold(events: readonly LeadEvent[]): FoldInput {
    const programs = [this.program, other].flatMap((each) => each ?? []);
    return { lead, events, programs: new Map(programs.map((each) => [each.version, each])) };
  }

  [fc.toStringMethod](): string {
    return `${printProgram(this.program)}${JSON.stringify(this.events, null, 1)}`;
  }
}

function storiesOf(people: number): fc.Arbitrary<Story> {
  const programs = validCadence()
    .map((cadence) => compile(cadence, { calendars, linked: [OTHER_CADENCE] }).program)
    .filter((program): program is Program => program !== null);
  const numbers = fc.array(fc.nat(10_000), { minLength: 20, maxLength: 120 });
  return fc.tuple(programs, numbers).map(([program, list]) => new Story(program, people, list));
}

/**
 * Whether a notice is about what somebody did to a run, rather than about the first event, which
 * nobody asked about, or about another cadence that was to begin with it.
 */
function isOfItsOwn({ event, enrollment }: Notice, [, ...events]: readonly LeadEvent[]): boolean {
  const own = events.find(({ id }) => id === event);
  return own !== undefined && 'enrollment' in own && own.enrollment === enrollment;
}

describe('histories that people make', () => {
  it('ENG-14 of one who does what is offered: every event counts, none is noted', () => {
    let completed = 0;
    fc.assert(
      fc.property(storiesOf(1), (story) => {
        const { events } = story;
        const state = foldLead(story.fold(events), endOf(events));
        expect(state.notices.filter((notice) => isOfItsOwn(notice, events))).toEqual([]);
        completed += events.filter(({ kind }) => kind === 'completed').length;
      }),
      { seed: 20261106, numRuns: 70 }
    );
    expect(completed).toBeGreaterThan(50);
  }, 60_000);

  it(
    'ENG-11 ENG-18 of several: the same bytes however the events arrive',
    () => {
      const arrivals = storiesOf(3).chain((story) => {
        const { events } = story;
        return fc
          .shuffledSubarray([...events, ...events], { minLength: 2 * events.length })
          .map((arrived) => ({ story, arrived }));
      });
      const noted = new Set<string>();
      const kinds = new Set<string>();
      fc.assert(
        fc.property(arrivals, ({ story, arrived }) => {
          const now = endOf(story.events) + 3 * DAY;
          const state = foldLead(story.fold(story.events), now);
          const again = foldLead(story.fold(arrived), now);
          expect(canonicalJson(again)).toBe(canonicalJson(state));
          expect(stateHash(again)).toBe(stateHash(state));
          for (const { code } of state.notices) noted.add(code);
          for (const { kind } of story.events) kinds.add(kind);
        }),
        { seed: 20261107, numRuns: 40 }
      );
      expect([...noted]).toEqual(expect.arrayContaining(['conflict', 'duplicate', 'notOpen']));
      expect(kinds.size).toBeGreaterThan(10);
    },
    SLOW
  );

  it(
    'ENG-12 of several: a later now leaves what had happened as it was',
    () => {
      fc.assert(
        fc.property(storiesOf(2), fc.nat(40), fc.nat(40), (story, days, more) => {
          const now = endOf(story.events) + days * DAY;
          const before = foldLead(story.fold(story.events), now);
          const after = foldLead(story.fold(story.events), now + more * DAY);
          for (const { key, trace } of before.enrollments) {
            const same = after.enrollments.find((run) => run.key === key)?.trace;
            expect(canonicalJson(same?.slice(0, trace.length))).toBe(canonicalJson(trace));
          }
        }),
        { seed: 20261108, numRuns: 40 }
      );
    },
    SLOW
  );
});

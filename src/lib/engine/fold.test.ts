import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeadEvent } from '$lib/domain';
import { cadenceOf, entry, exit, sixSteps, tiny } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { History, at } from '$tests/support/history';
import { foldLead } from './fold';
import { stateHash } from './state-hash';

const program = programOf(sixSteps());
const programs = new Map([[program.version, program]]);
const lead = { id: '01jd00000000000000000000zz', fields: { name: 'Ada' } };
const KEY = program.cadence;
const NOON = '2026-01-06T12:00-05:00';

function started(): History {
  return new History().enroll('2026-01-05T10:00-05:00', KEY, program.version);
}

function fold(history: { events: readonly LeadEvent[] } | readonly LeadEvent[], now: string) {
  const events = 'events' in history ? history.events : history;
  return foldLead({ lead, events, programs }, at(now));
}

/** A lead that was called twice and said no at the second call. */
function story(): History {
  return started()
    .complete('2026-01-05T10:05-05:00', KEY, 'email-1#1')
    .complete('2026-01-07T11:00-05:00', KEY, 'call-1#1', 'no-answer')
    .complete('2026-01-09T12:00-05:00', KEY, 'call-2#1', 'not-interested');
}

describe('foldLead', () => {
  it('ENG-1 shows the open task, its dispositions and when it is due', () => {
    const [run] = fold(started(), '2026-01-05T10:01-05:00').enrollments;
    expect(run?.status).toBe('running');
    expect(run?.tasks).toEqual([
      {
        step: 'email-1#1',
        node: 'email-1',
        channel: 'email',
        automatic: false,
        role: null,
        opens: at('2026-01-05T10:00-05:00'),
        due: at('2026-01-05T10:00-05:00'),
        dispositions: [],
        ...{ assignee: null, checklist: [], requiredFields: [], missing: [] },
        ...{ variant: null, attempt: 1, attempts: 1 }
      }
    ]);
  });

  it('ENG-8 a run that has left has its verdict and nothing open', () => {
    const [run] = fold(story(), '2026-02-01T00:00Z').enrollments;
    expect(run).toMatchObject({ status: 'ended', tasks: [], timers: [], touches: 3 });
    expect(run?.end).toEqual({
      at: at('2026-01-09T12:00-05:00'),
      node: 'lost',
      result: 'notInterested',
      reason: null,
      cause: 'business',
      causes: [{ cause: 'business', event: story().events[3]?.id }],
      askReferral: false
    });
    expect(run?.completed).toEqual({ email: 1, call: 2 });
  });

  it('ENG-11 order and grouping of arrival make no difference', () => {
    const { events } = story();
    const whole = fold(events, '2026-02-01T00:00Z');
    const shuffled = fc.shuffledSubarray([...events, ...events], {
      minLength: events.length * 2,
      maxLength: events.length * 2
    });
    fc.assert(
      fc.property(shuffled, (arrived) => {
        expect(fold(arrived, '2026-02-01T00:00Z')).toEqual(whole);
      }),
      { seed: 11 }
    );
  });

  it('ENG-12 a timer fires at its own instant, and a later now never changes the past', () => {
    const history = started().complete('2026-01-05T10:05-05:00', KEY, 'email-1#1');
    const waiting = fold(history, NOON).enrollments[0];
    expect(waiting?.timers).toEqual([{ step: 'wait-1#1', at: at('2026-01-07T10:05-05:00') }]);
    const later = fold(history, '2026-03-01T00:00Z').enrollments[0];
    expect(later?.tasks[0]?.opens).toBe(at('2026-01-07T10:05-05:00'));
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(minutes, minutes, (first, more) => {
        const now = at('2026-01-05T10:00-05:00') + first * 60_000;
        const before = foldLead({ lead, events: story().events, programs }, now);
        const after = foldLead({ lead, events: story().events, programs }, now + more * 60_000);
        const trace = before.enrollments[0]?.trace ?? [];
        expect(after.enrollments[0]?.trace.slice(0, trace.length)).toEqual(trace);
      }),
      { seed: 12 }
    );
  });

  it('ENG-13 the same completion twice is a duplicate, another one a conflict', () => {
    const twice = story().complete('2026-01-10T12:00-05:00', KEY, 'call-1#1', 'no-answer');
    expect(fold(twice, '2026-02-01T00:00Z').notices.map(({ code }) => code)).toEqual(['duplicate']);
    const other = story().complete('2026-01-10T12:00-05:00', KEY, 'call-1#1', 'interested');
    const folded = fold(other, '2026-02-01T00:00Z');
    expect(folded.notices.map(({ code }) => code)).toEqual(['conflict']);
    expect(folded.enrollments[0]?.end?.node).toBe('lost');
  });

  it('ENG-14 a completion of a step that is not open does nothing and is noted', () => {
    const early = started().complete('2026-01-05T10:05-05:00', KEY, 'call-2#1', 'interested');
    const folded = fold(early, NOON);
    expect(folded.notices.map(({ code }) => code)).toEqual(['notOpen']);
    expect(folded.enrollments[0]?.touches).toBe(0);
    const stranger = new History().complete(NOON, KEY, 'call-1#1');
    expect(fold(stranger, NOON).notices.map(({ code }) => code)).toEqual(['unknownEnrollment']);
    const late = story().complete('2026-01-12T12:00-05:00', KEY, 'call-3#1', 'interested');
    expect(fold(late, '2026-02-01T00:00Z').notices.map(({ code }) => code)).toEqual(['afterEnd']);
  });

  it('ENG-14 a version that is not on this device and a second enrollment are noted', () => {
    const unknown = new History().enroll(NOON, KEY, 'f'.repeat(64));
    expect(fold(unknown, NOON)).toMatchObject({
      enrollments: [],
      notices: [{ code: 'unknownVersion' }]
    });
    const again = started().enroll(NOON, KEY, program.version);
    expect(fold(again, NOON).notices.map(({ code }) => code)).toEqual(['enrolledTwice']);
  });

  it('ENG-15 an event of a newer engine or an unknown kind freezes the enrollment', () => {
    const newer = started().add(NOON, {
      kind: 'completed',
      enrollment: `${KEY}~1`,
      step: 'email-1#1',
      engine: 99
    });
    const folded = fold(newer, '2026-02-01T00:00Z');
    expect(folded.enrollments[0]).toMatchObject({ status: 'frozen', tasks: [], touches: 0 });
    const odd = started();
    odd.add(NOON, { kind: 'teleported', enrollment: `${KEY}~1` } as never);
    expect(fold(odd, '2026-02-01T00:00Z').enrollments[0]?.status).toBe('frozen');
  });

  it('ENG-16 after an opt-out a run does not even begin, however short it is', () => {
    const short = programOf(cadenceOf([entry(), exit('won', 'won')], ['start > won']));
    const history = new History()
      .add('2026-01-05T09:00-05:00', { kind: 'optedOut' })
      .enroll('2026-01-05T10:00-05:00', short.cadence, short.version);
    const [run] = foldLead(
      { lead, events: history.events, programs: new Map([[short.version, short]]) },
      at(NOON)
    ).enrollments;
    expect(run?.enrolledAt).toBe(at('2026-01-05T10:00-05:00'));
    expect(run?.end).toMatchObject({ result: 'optedOut', node: null });
    expect(run?.trace.map(({ type }) => type)).toEqual(['stopped']);
  });

  it('ENG-19 an enrollment may begin at a step of its own', () => {
    const enrolled = {
      kind: 'enrolled',
      enrollment: `${KEY}~1`,
      cadence: KEY,
      version: program.version
    } as const;
    const midway = new History().add(NOON, { ...enrolled, startAt: 'call-3' });
    expect(fold(midway, NOON).enrollments[0]?.tasks[0]?.step).toBe('call-3#1');
    const nowhere = fold(new History().add(NOON, { ...enrolled, startAt: 'call-9' }), NOON);
    expect(nowhere).toMatchObject({ enrollments: [], notices: [{ code: 'notOpen' }] });
  });

  it('ENG-16 an opt-out ends every run, and no later one gets under way', () => {
    const other = programOf(tiny());
    const both = new Map([...programs, [other.version, other]]);
    const out = started().add(NOON, { kind: 'optedOut' });
    out.add('2026-01-07T12:00-05:00', {
      kind: 'enrolled',
      enrollment: `${other.cadence}~2`,
      cadence: other.cadence,
      version: other.version
    });
    const folded = foldLead({ lead, events: out.events, programs: both }, at('2026-02-01T00:00Z'));
    expect(folded.optedOut).toBe(true);
    expect(folded.enrollments.map(({ end }) => end?.result)).toEqual(['optedOut', 'optedOut']);
    expect(folded.enrollments.flatMap(({ tasks }) => tasks)).toEqual([]);
  });

  it('ENG-8 somebody may take the lead out with a result of their own', () => {
    const removed = started().add(NOON, {
      kind: 'exited',
      enrollment: `${KEY}~1`,
      result: 'duplicate',
      reason: 'twice in the list'
    });
    expect(fold(removed, NOON).enrollments[0]?.end).toEqual({
      at: at(NOON),
      node: null,
      result: 'duplicate',
      reason: 'twice in the list',
      cause: 'badLead',
      causes: [{ cause: 'badLead', event: removed.events[1]?.id }],
      askReferral: false
    });
  });

  it('ENG-17 fields set by events are the latest', () => {
    const set = started()
      .add('2026-01-05T11:00-05:00', { kind: 'set', field: 'name', value: 'Grace' })
      .add('2026-01-05T12:00-05:00', { kind: 'set', field: 'name', value: 'Edsger' });
    expect(fold(set, NOON).lead.fields).toEqual({ name: 'Edsger' });
    expect(fold(set, '2026-01-05T11:30-05:00').lead.fields).toEqual({ name: 'Grace' });
  });

  it('ENG-18 equal states have equal hashes of 8 hex digits, others differ', () => {
    const one = fold(story(), '2026-02-01T00:00Z');
    expect(stateHash(one)).toMatch(/^[0-9a-f]{8}$/);
    expect(stateHash(fold([...story().events].reverse(), '2026-02-01T00:00Z'))).toBe(
      stateHash(one)
    );
    expect(stateHash(fold(started(), NOON))).not.toBe(stateHash(one));
  });
});

import { describe, expect, it } from 'vitest';
import type { Cadence, ExitNode, LeadEvent } from '$lib/domain';
import type { Program } from '$lib/program';
import { businessDays, call, entry, exit } from '$tests/support/cadences';
import { History, at } from '$tests/support/history';
import { A, B, MONDAY, fold, inside, line } from '$tests/support/lead-stories';

const next = line(B, [call('call'), exit('done')]);

describe('enrollment', () => {
  const short = line(A, [call('call'), exit('done')]);

  function refusals(events: readonly LeadEvent[], programs: readonly Program[], rest = {}) {
    const state = fold(events, programs, '2026-03-01T00:00Z', rest);
    return state.notices.map(({ code, refusal }) => `${code} ${refusal?.code}`);
  }

  it('ENG-80 criteria and required fields are asked for, with all that is missing', () => {
    const start = entry('start', { criteria: { 'lead.city': 'Rome' } });
    const fields = ['city', 'email'].map((id) => ({
      ...{ id, name: `The ${id}`, type: 'text' as const },
      required: id === 'email'
    }));
    const program = line(A, [start, call('call'), exit('done')], { fields });
    const [notice] = fold(inside(program).events, [program], MONDAY).notices;
    expect(notice).toMatchObject({ code: 'refused', refusal: { code: 'notEligible' } });
    expect(notice?.refusal?.unmet).toMatchObject([
      { source: 'field', id: 'email', text: 'The email' },
      {
        source: 'criteria',
        id: 'criteria',
        progress: [{ have: 'Paris', need: 'Rome', met: false }]
      }
    ]);
    const given = { city: 'Rome', email: 'a@example.org' };
    const enrolled = { kind: 'enrolled', enrollment: `${A}~1`, cadence: A } as const;
    const { version } = program;
    const good = new History().add(MONDAY, { ...enrolled, version, fields: given });
    expect(fold(good.events, [program], MONDAY).enrollments.length).toBe(1);
  });

  it('ENG-80 while an opt-out stands that is taken back later nobody gets in, and nobody is put out', () => {
    const history = inside(short).add('2026-01-05T11:00-05:00', { kind: 'optedOut' });
    const stops = [history.events.at(-1)?.id ?? ''];
    history
      .enroll('2026-01-05T12:00-05:00', B, next.version)
      .add('2026-01-05T13:00-05:00', { kind: 'resumed', enrollment: `${A}~1`, stops });
    const state = fold(history, [short, next], '2026-01-05T14:00-05:00');
    expect(state.notices).toMatchObject([{ code: 'refused', refusal: { code: 'optedOut' } }]);
    expect(state.enrollments).toMatchObject([{ key: `${A}~1`, status: 'running' }]);
    expect(state.optedOut).toBe(false);
  });

  it('ENG-80 comes in this order: opted out, closed entries, unknown version', () => {
    const closed = [{ cadence: A, verb: 'stopEntries', at: 0 }] as const;
    const out = new History().add(MONDAY, { kind: 'optedOut' });
    const stranger = out.enroll(MONDAY, A, 'f'.repeat(64)).events;
    expect(refusals(stranger, [short], { controls: closed })).toEqual(['refused optedOut']);
    const events = new History().enroll(MONDAY, A, 'f'.repeat(64)).events;
    expect(refusals(events, [short], { controls: closed })).toEqual(['refused entriesStopped']);
    expect(refusals(events, [short])).toEqual(['unknownVersion unknownVersion']);
  });

  it('ENG-81 re-entry waits for the end, and as long after it as the entry says', () => {
    const program = (reEntry?: { policy: 'never' | 'afterExit' | 'always'; after?: typeof week }) =>
      line(A, [entry('start', reEntry ? { reEntry } : {}), call('call'), exit('done')]);
    const week = { amount: 5, unit: 'businessDays' } as const;
    const second = (version: string) =>
      ({ kind: 'enrolled', enrollment: `${A}~2`, cadence: A, version }) as const;
    const twice = (of: Program, when: string, ended = true) => {
      const history = inside(of);
      if (ended) history.complete('2026-01-05T10:30-05:00', A, 'call#1');
      return refusals(history.add(when, second(of.version)).events, [of]);
    };
    const soon = '2026-01-06T10:00-05:00';
    expect(twice(program(), soon, false)).toEqual(['refused reEntry']);
    expect(twice(program(), soon)).toEqual([]);
    expect(twice(program({ policy: 'never' }), soon)).toEqual(['refused reEntry']);
    expect(twice(program({ policy: 'always' }), soon, false)).toEqual([]);
    const later = program({ policy: 'afterExit', after: week });
    expect(twice(later, soon)).toEqual(['refused reEntry']);
    expect(twice(later, '2026-01-12T10:29-05:00')).toEqual(['refused reEntry']);
    expect(twice(later, '2026-01-12T10:30-05:00')).toEqual([]);
    const history = inside(later).complete('2026-01-05T10:30-05:00', A, 'call#1');
    const [notice] = fold(history.add(soon, second(later.version)).events, [later], soon).notices;
    expect(notice?.refusal?.from).toBe(at('2026-01-12T10:30-05:00'));
  });

  it('ENG-82 exclusive cadences exclude each other, and one that excludes all runs alone', () => {
    const of = (id: string, exclusivity: NonNullable<Cadence['exclusivity']>) =>
      line(id, [call('call'), exit('done')], { exclusivity });
    const both = (one: Program, two: Program) =>
      refusals(inside(one).enroll(MONDAY, B, two.version).events, [one, two]);
    expect(both(of(A, 'none'), of(B, 'exclusive'))).toEqual([]);
    expect(both(of(A, 'exclusive'), of(B, 'none'))).toEqual([]);
    expect(both(of(A, 'exclusive'), of(B, 'exclusive'))).toEqual(['refused excluded']);
    expect(both(of(A, 'none'), of(B, 'all'))).toEqual(['refused excluded']);
    expect(both(of(A, 'all'), of(B, 'none'))).toEqual(['refused excluded']);
  });

  it('ENG-83 touches of one run are history of the others', () => {
    const guarded: ExitNode = {
      ...exit('done'),
      requirements: [
        { id: 'two', text: 'Two calls', when: { 'count.call.completed@lifetime': { $gte: 2 } } }
      ]
    };
    const one = line(A, [call('call'), guarded]);
    const history = inside(one).enroll(MONDAY, B, next.version);
    history.complete('2026-01-05T10:30-05:00', A, 'call#1');
    const held = fold(history.events, [one, next], '2026-01-05T11:00-05:00').enrollments[0];
    expect(held?.positions[0]).toMatchObject({ node: 'done', waitsFor: 'requirements' });
    history.complete('2026-01-05T11:30-05:00', B, 'call#1');
    const [first] = fold(history.events, [one, next], '2026-01-05T12:00-05:00').enrollments;
    expect(first?.end).toMatchObject({ node: 'done', at: at('2026-01-05T11:30-05:00') });
  });

  it('ENG-83 ENG-41 a touch of one run uses up the touch budget of the others, and is in time again', () => {
    const touchBudget = { atMost: 1, within: businessDays(1) };
    const calm = line(A, [call('call'), exit('done')], { touchBudget });
    const history = inside(calm).enroll(MONDAY, B, next.version);
    const opens = (when: string) =>
      fold(history.events, [calm, next], when).enrollments[0]?.tasks[0]?.opens;
    expect(opens('2026-01-05T11:00-05:00')).toBe(at(MONDAY));
    history.complete('2026-01-05T11:30-05:00', B, 'call#1');
    expect(opens('2026-01-05T11:29-05:00')).toBe(at(MONDAY));
    expect(opens('2026-01-05T12:00-05:00')).toBe(at('2026-01-06T11:30-05:00'));
  });
});

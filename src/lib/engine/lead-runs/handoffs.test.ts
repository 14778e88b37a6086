import { describe, expect, it } from 'vitest';
import { call, email, exit } from '$tests/support/cadences';
import { History, at } from '$tests/support/history';
import { A, B, MONDAY, fold, handoff, inside, line } from '$tests/support/lead-stories';
import { ENROLLMENT_BUDGET } from '../lead-runs';

const next = line(B, [call('call'), exit('done')]);

describe('handoffs', () => {
  const fields = [
    { from: 'city', to: 'town' },
    { from: 'gone', to: 'name' }
  ];
  const from = line(A, [email('email'), handoff({ type: 'enroll', cadence: B, fields })], {
    fields: ['name', 'city', 'town', 'gone'].map((id) => ({ id, name: id, type: 'text' as const }))
  });
  const over = inside(from).complete(MONDAY, A, 'email#1');

  it('ENG-84 the run ends first, fields are copied, and the next one is virtual until it is recorded', () => {
    const state = fold(over.events, [from, next], MONDAY);
    expect(state.lead.fields).toEqual({ name: 'Ada', city: 'Paris', town: 'Paris' });
    expect(state.enrollments).toMatchObject([
      { key: `${A}~1`, virtual: false, end: { result: 'handedOver', cause: 'handedOver' } },
      { key: `${B}~1`, virtual: true, status: 'running', enrolledAt: at(MONDAY) }
    ]);
    const called = new History().add(MONDAY, { kind: 'set', field: 'x', value: 1 });
    called.add('2026-01-05T11:00-05:00', {
      ...{ kind: 'completed', enrollment: `${B}~1`, step: 'call#1' }
    });
    const recorded = fold(
      [...over.events, ...called.events.slice(1)],
      [from, next],
      '2026-01-06T00:00Z'
    );
    expect(recorded.enrollments[1]).toMatchObject({ virtual: false, status: 'ended' });
  });

  it('ENG-84 the version is the one published last, or the one that an event pins', () => {
    const newer = line(B, [email('email'), exit('done')]);
    const publications = [
      { cadence: B, version: newer.version, at: at('2026-01-06T00:00Z') },
      { cadence: B, version: next.version, at: at('2026-01-01T00:00Z') },
      { cadence: A, version: from.version, at: at('2026-01-01T00:00Z') }
    ];
    const programs = [from, next, newer];
    const [, latest] = fold(over.events, programs, MONDAY, { publications }).enrollments;
    expect(latest?.version).toBe(next.version);
    const pinning = new History('sam.bbbbbbbbbb').add('2026-01-07T10:00-05:00', {
      ...{ kind: 'enrolled', enrollment: `${B}~1`, cadence: B, version: newer.version }
    });
    const events = [...over.events, ...pinning.events];
    const pinned = fold(events, programs, '2026-01-08T10:00-05:00', { publications });
    expect(pinned.enrollments[1]).toMatchObject({ version: newer.version, virtual: false });
    expect(pinned.notices).toEqual([]);
  });

  it('ENG-84 a cadence that is not at hand is told, and the lead stays out', () => {
    const state = fold(over.events, [from], MONDAY);
    expect(state.enrollments.length).toBe(1);
    expect(state.notices).toMatchObject([{ code: 'refused', refusal: { code: 'unknownVersion' } }]);
  });

  it('ENG-86 cadences that lead to each other without end are cut off', () => {
    const there = line(A, [handoff({ type: 'enroll', cadence: B })]);
    const back = line(B, [handoff({ type: 'enroll', cadence: A })]);
    const state = fold(inside(there).events, [there, back], MONDAY);
    expect(state.enrollments.length).toBe(ENROLLMENT_BUDGET + 1);
    expect(state.enrollments.filter(({ status }) => status === 'runaway').length).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { businessDays, call, email, entry, exit, wait } from '$tests/support/cadences';
import { History, at } from '$tests/support/history';
import { A, B, C, MONDAY, fold, handoff, inside, line } from '$tests/support/lead-stories';

describe('ends of everything', () => {
  const forever = line(B, [wait('wait', businessDays(50)), exit('done')]);

  it('ENG-87 an exit that recycles brings the lead back after its delay', () => {
    const recycle = { after: { amount: 10, unit: 'businessDays' }, cadence: B } as const;
    const nurture = line(A, [call('call'), { ...exit('done', 'lost'), recycle }]);
    const history = inside(nurture).complete(MONDAY, A, 'call#1');
    const back = at('2026-01-19T10:00-05:00');
    const before = fold(history.events, [nurture, forever], '2026-01-06T00:00Z');
    expect(before.upcoming).toEqual([{ cadence: B, at: back, from: `${A}~1` }]);
    const after = fold(history.events, [nurture, forever], '2026-01-20T00:00Z');
    expect(after.upcoming).toEqual([]);
    expect(after.enrollments[1]).toMatchObject({ cadence: B, virtual: true, enrolledAt: back });
    history.add('2026-01-07T10:00-05:00', { kind: 'optedOut' });
    const out = fold(history.events, [nurture, forever], '2026-01-20T00:00Z');
    expect([out.upcoming.length, out.enrollments.length]).toEqual([0, 1]);
  });

  it('ENG-87 nobody is brought back whom somebody took out who did not know of the exit', () => {
    const recycle = { after: { amount: 10, unit: 'businessDays' }, cadence: B } as const;
    const nurture = line(A, [call('call'), { ...exit('done', 'lost'), recycle }]);
    const history = inside(nurture);
    const parents = history.events.map(({ id }) => id);
    history.complete('2026-01-05T11:00-05:00', A, 'call#1');
    const out = { kind: 'exited', enrollment: `${A}~1`, result: 'duplicate' } as const;
    const stopped = new History('mona.cccccccccc').add('2026-01-05T12:00-05:00', out);
    const unaware = stopped.events.map((event) => ({ ...event, parents }));
    const events = [...history.events, ...unaware];
    const state = fold(events, [nurture, forever], '2026-01-20T00:00Z');
    expect([state.upcoming, state.enrollments.length]).toEqual([[], 1]);
    expect(state.enrollments[0]?.end?.result).toBe('duplicate');
  });

  it('ENG-88 a disposition or an exit that opts out ends all runs of the lead', () => {
    const stop = {
      ...{ id: 'stop', name: 'Never again', answered: true, sentiment: 'negative' as const },
      ...{ action: 'advance' as const, optOut: true }
    };
    const asks = line(A, [call('call', { dispositions: ['stop'] }), exit('done')], {
      dispositions: [stop]
    });
    const byCall = inside(asks).enroll(MONDAY, B, forever.version);
    byCall.complete('2026-01-05T11:00-05:00', A, 'call#1', 'stop');
    const exits = line(A, [call('call'), exit('out', 'optedOut')]);
    const byExit = inside(exits).enroll(MONDAY, B, forever.version);
    byExit.complete('2026-01-05T11:00-05:00', A, 'call#1');
    for (const [history, program] of [
      [byCall, asks],
      [byExit, exits]
    ] as const) {
      const state = fold(history.events, [program, forever], '2026-01-06T00:00Z');
      expect(state.optedOut).toBe(true);
      expect(state.enrollments.map(({ end }) => end?.result)).toEqual(['optedOut', 'optedOut']);
    }
  });

  it('ENG-88 a lead that opts out in a run that was stopped meanwhile is left alone everywhere', () => {
    const stop = {
      ...{ id: 'stop', name: 'Never again', answered: true, sentiment: 'negative' as const },
      ...{ action: 'finish' as const, optOut: true }
    };
    const asks = line(A, [call('call', { dispositions: ['stop'] }), exit('done')], {
      dispositions: [stop]
    });
    const history = inside(asks).enroll(MONDAY, B, forever.version);
    const known = [history.events.at(-1)?.id ?? ''];
    const out = { kind: 'exited', enrollment: `${A}~1`, result: 'lost' } as const;
    const stopped = new History('mona.cccccccccc').add('2026-01-05T10:30-05:00', out);
    const unaware = stopped.events.map((event) => ({ ...event, parents: known }));
    history.complete('2026-01-05T11:00-05:00', A, 'call#1', 'stop');
    const state = fold([...history.events, ...unaware], [asks, forever], '2026-01-06T00:00Z');
    expect(state.optedOut).toBe(true);
    expect(state.enrollments.map(({ status }) => status)).toEqual(['ended', 'ended']);
  });

  it('ENG-88 an opt-out that loses to another outcome counts until a person decides', () => {
    const said = (id: string, optOut: boolean) => ({
      ...{ id, name: id, answered: true, sentiment: 'neutral' as const },
      ...{ action: 'advance' as const, ...(optOut ? { optOut } : {}) }
    });
    const asks = line(
      A,
      [call('call', { dispositions: ['stop', 'fine'] }), wait('wait'), email('mail'), exit('done')],
      { dispositions: [said('stop', true), said('fine', false)] }
    );
    for (const when of ['2026-01-05T10:30-05:00', '2026-01-05T12:00-05:00']) {
      const history = inside(asks);
      const parents = history.events.map(({ id }) => id);
      history.complete('2026-01-05T11:00-05:00', A, 'call#1', 'fine');
      history.complete('2026-01-06T12:00-05:00', A, 'mail#1');
      const other = new History('mona.cccccccccc').complete(when, A, 'call#1', 'stop');
      const unaware = other.events.map((event) => ({ ...event, parents }));
      const all = [...history.events, ...unaware];
      const open = fold(all, [asks], '2026-01-07T12:00-05:00');
      expect([open.optedOut, open.enrollments[0]?.end?.result]).toEqual([true, 'optedOut']);
      const chosen = history.events[1]?.id ?? '';
      const decided = new History('mona.cccccccccc').add('2026-01-07T10:00-05:00', {
        ...{ kind: 'resolved', enrollment: `${A}~1`, step: 'call#1', chosen }
      });
      expect(fold([...all, ...decided.events], [asks], '2026-01-07T12:00-05:00').optedOut).toBe(
        false
      );
    }
  });

  it('ENG-88 the very signal that a lead opts out by enrolls it nowhere', () => {
    const on = { type: 'signal', signal: 'stop' } as const;
    const handlers = [{ id: 'out', name: 'Out', on, effect: { type: 'exit', to: 'out' } } as const];
    const asks = line(A, [call('call'), exit('done'), exit('out', 'optedOut')], { handlers });
    const waits = line(B, [entry('start', { signals: ['stop'] }), email('mail'), exit('end')]);
    const history = inside(asks).add('2026-01-05T11:00-05:00', { kind: 'signal', signal: 'stop' });
    const state = fold(history, [asks, waits], '2026-01-06T00:00Z');
    expect(state.enrollments.map(({ key }) => key)).toEqual([`${A}~1`]);
  });

  it('ENG-95 timers of all runs fire in the order of their instants', () => {
    const tells = line(A, [
      wait('wait', businessDays(1)),
      handoff({ type: 'signal', signal: 'go' })
    ]);
    const hears = line(C, [wait('wait', businessDays(2)), { ...exit('done') }], {
      handlers: [
        {
          ...{ id: 'go', name: 'Go', on: { type: 'signal', signal: 'go' } },
          effect: { type: 'exit', to: 'done' }
        }
      ]
    });
    const history = inside(tells).enroll(MONDAY, C, hears.version);
    const state = fold(history.events, [tells, hears], '2026-02-01T00:00Z');
    expect(state.enrollments[1]?.end?.at).toBe(at('2026-01-06T10:00-05:00'));
  });
});

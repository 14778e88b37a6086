import { describe, expect, it } from 'vitest';
import type { Handler } from '$lib/domain';
import { businessDays, call, exit, wait } from '$tests/support/cadences';
import { History, at } from '$tests/support/history';
import { A, MONDAY, fold, inside, line } from '$tests/support/lead-stories';

const NOON = '2026-01-05T12:00-05:00';

describe('standing still', () => {
  const slow = line(A, [wait('wait', businessDays(2)), call('call'), exit('done')]);
  const wednesday = at('2026-01-07T10:00-05:00');
  const control = (
    verb: 'stopEntries' | 'allowEntries' | 'pause' | 'resume' | 'archive',
    when: string
  ) => ({
    ...{ cadence: A, verb, at: at(when) }
  });

  it('ENG-89 a paused cadence stands still, and what remained remains when it is resumed', () => {
    const pause = control('pause', '2026-01-06T10:00-05:00');
    const resume = control('resume', '2026-01-13T10:00-05:00');
    const { events } = inside(slow);
    const still = fold(events, [slow], '2026-01-12T00:00Z', { controls: [pause] });
    expect(still.enrollments[0]).toMatchObject({
      ...{ status: 'paused', tasks: [], timers: [] },
      paused: { since: pause.at, until: null }
    });
    const on = fold(events, [slow], '2026-01-13T12:00-05:00', { controls: [resume, pause] });
    expect(on.enrollments[0]?.timers).toEqual([{ step: 'wait#1', at: wednesday + 7 * 86_400_000 }]);
  });

  it('ENG-89 stopped, paused and archived cadences take nobody new; who is in goes on', () => {
    for (const verb of ['stopEntries', 'pause', 'archive'] as const) {
      const controls = [control(verb, '2026-01-05T09:00-05:00')];
      const refused = fold(inside(slow).events, [slow], MONDAY, { controls });
      expect(refused.notices).toMatchObject([{ refusal: { code: 'entriesStopped' } }]);
      const late = [control(verb, '2026-01-05T11:00-05:00')];
      const inIt = fold(inside(slow).events, [slow], '2026-01-08T00:00Z', { controls: late });
      expect(inIt.enrollments[0]?.tasks.length).toBe(verb === 'pause' ? 0 : 1);
    }
    const again = [
      control('stopEntries', '2026-01-04T09:00-05:00'),
      control('allowEntries', MONDAY)
    ];
    expect(fold(inside(slow).events, [slow], MONDAY, { controls: again }).notices).toEqual([]);
  });

  it('ENG-90 several may pause one run, and each takes back its own', () => {
    const paused = { kind: 'paused', enrollment: `${A}~1`, reason: 'Holiday' } as const;
    const history = inside(slow)
      .add('2026-01-05T11:00-05:00', paused)
      .add('2026-01-05T12:00-05:00', { ...paused, until: wednesday });
    const [first, second] = history.events.slice(1);
    history.add('2026-01-05T13:00-05:00', {
      ...{ kind: 'resumed', enrollment: `${A}~1`, stops: [first?.id ?? ''] }
    });
    const [run] = fold(history.events, [slow], '2026-01-05T14:00-05:00').enrollments;
    expect(run?.paused).toEqual({ since: at('2026-01-05T11:00-05:00'), until: wednesday });
    // It goes on by itself when the other pause is over.
    const [later] = fold(history.events, [slow], '2026-01-07T12:00-05:00').enrollments;
    expect(later?.timers[0]?.at).toBe(wednesday + wednesday - at('2026-01-05T11:00-05:00'));
    history.add('2026-01-05T15:00-05:00', {
      ...{ kind: 'resumed', enrollment: `${A}~1`, stops: [second?.id ?? ''] }
    });
    const [free] = fold(history.events, [slow], '2026-01-05T16:00-05:00').enrollments;
    expect(free?.status).toBe('running');
  });

  it('ENG-90 work recorded without knowing of the pause counts, and the run stands still again', () => {
    const short = line(A, [call('call'), wait('wait'), exit('done')]);
    const history = inside(short);
    const [begun] = history.events;
    const paused = new History('mona.cccccccccc').add('2026-01-05T11:00-05:00', {
      ...{ kind: 'paused', enrollment: `${A}~1`, reason: 'Holiday' }
    });
    const pause = paused.events.map((event) => ({ ...event, parents: [begun?.id ?? ''] }));
    const knowing = new History('sam.bbbbbbbbbb').complete(
      '2026-01-05T12:00-05:00',
      A,
      'call#1',
      'no-answer'
    );
    const told = knowing.events.map((event) => ({ ...event, parents: pause.map(({ id }) => id) }));
    const refused = fold([...history.events, ...pause, ...told], [short], '2026-01-05T13:00-05:00');
    expect(refused.notices).toMatchObject([{ code: 'refused', refusal: { code: 'paused' } }]);
    history.complete('2026-01-05T12:00-05:00', A, 'call#1');
    const state = fold([...history.events, ...pause], [short], '2026-01-05T13:00-05:00');
    expect(state.notices).toEqual([]);
    expect(state.enrollments[0]).toMatchObject({ status: 'paused', touches: 1 });
    expect(state.enrollments[0]?.positions[0]?.node).toBe('wait');
  });

  const away: Handler = {
    ...{ id: 'away', name: 'Away', on: { type: 'signal', signal: 'out-of-office' } },
    effect: { type: 'pause', until: businessDays(1) }
  };
  const listening = line(A, [call('call'), exit('done')], { handlers: [away] });
  const signal = { kind: 'signal', signal: 'out-of-office' } as const;
  const eleven = '2026-01-05T11:00-05:00';

  it('ENG-90 a handler does not end the pause that somebody else made', () => {
    const history = inside(listening)
      .add(eleven, { kind: 'paused', enrollment: `${A}~1`, reason: 'Holiday' })
      .add('2026-01-05T12:00-05:00', signal);
    const [still] = fold(history, [listening], '2026-01-12T12:00-05:00').enrollments;
    expect(still).toMatchObject({ status: 'paused', paused: { until: null } });
  });

  it('ENG-90 in a pause that a handler made only work of those who did not know of it counts', () => {
    const knowing = inside(listening).add(eleven, signal).complete(NOON, A, 'call#1');
    const refused = fold(knowing, [listening], '2026-01-05T13:00-05:00');
    expect(refused.notices).toMatchObject([{ code: 'refused', refusal: { code: 'paused' } }]);
    expect(refused.enrollments[0]).toMatchObject({ status: 'paused', touches: 0 });
    const history = inside(listening);
    const [begun] = history.events;
    history.complete(NOON, A, 'call#1');
    const signals = new History('mail.cccccccccc').add(eleven, signal);
    const told = signals.events.map((event) => ({ ...event, parents: [begun?.id ?? ''] }));
    const events = [...history.events, ...told];
    const [taken] = fold(events, [listening], '2026-01-05T13:00-05:00').enrollments;
    expect(taken).toMatchObject({ status: 'ended', touches: 1 });
  });
});

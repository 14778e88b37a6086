import { describe, expect, it } from 'vitest';
import type { Cadence, WaitUntil } from '$lib/domain';
import { businessDays, cadenceOf, call, email, entry, exit, wait } from '$tests/support/cadences';
import { PHASE } from './state';
import { nextTimer } from './timers';
import { newYork, Play } from './testing/play';

const FIELDS = [
  { id: 'name', name: 'Name', type: 'text' },
  { id: 'renewal', name: 'Renewal', type: 'date' }
] as const;

function waiting(until: WaitUntil): Cadence {
  const nodes = [entry(), wait('until', businessDays(1), { until }), email('mail'), exit('end')];
  const lines = ['start > until', 'mail > end'];
  const ports =
    until.type === 'event' ? ['until:met > mail', 'until:timeout > end'] : ['until > mail'];
  return cadenceOf(nodes, [...lines, ...ports], { fields: FIELDS });
}

const byDate = (offset?: Extract<WaitUntil, { type: 'date' }>['offset']) =>
  waiting({ type: 'date', field: 'renewal', ...(offset && { offset }) });

function dated(cadence: Cadence, renewal: string | number | null): Play {
  const play = new Play(cadence);
  play.state.fields = { renewal };
  return play.start();
}

describe('waits for a date', () => {
  it('ENG-42 until the beginning of the date, or its time, rolled to open hours', () => {
    expect(nextTimer(dated(byDate(), '2026-02-03').state)).toBe(newYork('2026-02-03T09:00'));
    expect(nextTimer(dated(byDate(), '2026-02-03T15:30').state)).toBe(newYork('2026-02-03T15:30'));
    expect(nextTimer(dated(byDate(), '2026-02-07').state)).toBe(newYork('2026-02-09T09:00'));
  });

  it('ENG-42 before or after it', () => {
    const by = { amount: 3, unit: 'businessDays' } as const;
    const before = byDate({ direction: 'before', by });
    expect(nextTimer(dated(before, '2026-02-03T12:00').state)).toBe(newYork('2026-01-29T12:00'));
    const after = byDate({ direction: 'after', by: { amount: 30, unit: 'days' } });
    expect(nextTimer(dated(after, '2026-01-05').state)).toBe(newYork('2026-02-04T09:00'));
  });

  it('ENG-42 a date that has passed is not waited for', () => {
    expect(dated(byDate(), '2026-01-02').places).toEqual(['mail']);
  });

  it('ENG-42 without a date the token is held up until there is one', () => {
    for (const nothing of [null, 'soon', 17]) {
      const play = dated(byDate(), nothing);
      expect(play.token('until').phase).toBe(PHASE.blocked);
      expect(play.told('held')).toEqual(['held until#1']);
      expect(nextTimer(play.set({ renewal: '2026-02-03' }).state)).toBe(
        newYork('2026-02-03T09:00')
      );
    }
    const invented = new Play(byDate());
    invented.state.checksData = false;
    expect(invented.start().places).toEqual(['mail']);
  });

  it('ENG-42 another date is waited for instead; a world that is late stays late', () => {
    const play = dated(byDate(), '2026-02-03').set({ renewal: '2026-02-10' });
    expect(nextTimer(play.state)).toBe(newYork('2026-02-10T09:00'));
    play.send({ type: 'delay', at: play.now, token: 0, until: newYork('2026-02-11T09:00') });
    expect(nextTimer(play.set({ renewal: '2026-02-10' }).state)).toBe(newYork('2026-02-11T09:00'));
    expect(play.set({ renewal: '2026-01-05' }).places).toEqual(['mail']);
  });
});

describe('waits for a weekday', () => {
  it('ENG-43 until the next of the weekdays at that time, also today', () => {
    const at = (time: string, ...days: ('mon' | 'tue' | 'sun')[]) =>
      nextTimer(new Play(waiting({ type: 'weekday', days, time })).start().state);
    expect(at('14:00', 'mon')).toBe(newYork('2026-01-05T14:00'));
    expect(at('09:30', 'mon')).toBe(newYork('2026-01-12T09:30'));
    expect(at('09:30', 'mon', 'tue')).toBe(newYork('2026-01-06T09:30'));
    expect(at('20:00', 'tue')).toBe(newYork('2026-01-07T09:00'));
    expect(at('12:00', 'sun')).toBe(newYork('2026-01-12T09:00'));
  });
});

describe('waits for something to happen', () => {
  const event = (rest: Partial<Extract<WaitUntil, { type: 'event' }>>) =>
    waiting({ type: 'event', timeout: businessDays(3), ...rest });
  const reply = event({ signals: ['reply'] });

  it('ENG-44 until a signal comes, at most until the timeout', () => {
    const play = new Play(reply).start();
    expect(nextTimer(play.state)).toBe(newYork('2026-01-08T10:00'));
    expect(play.told('waits')).toHaveLength(1);
    expect(play.signal('other').places).toEqual(['until']);
    expect(play.signal('reply').places).toEqual(['mail']);
    expect(new Play(reply).start().until('2026-01-08T10:00').end).toBe('end');
  });

  it('ENG-44 what was seen before counts at once, and once', () => {
    const nodes = [
      entry(),
      email('mail'),
      wait('until', businessDays(1), {
        until: { type: 'event', signals: ['reply'], timeout: businessDays(3) }
      }),
      call('ask', { dispositions: ['connected', 'interested'], routes: ['connected'] }),
      exit('end')
    ];
    const lines = ['start > mail', 'mail > until', 'until:met > ask', 'until:timeout > end'];
    const cadence = cadenceOf(nodes, [...lines, 'ask:connected > mail', 'ask > end']);
    const play = new Play(cadence).start().signal('reply').complete('mail');
    expect(play.places).toEqual(['ask']);
    play.complete('ask', 'connected').complete('mail');
    expect(play.places).toEqual(['until']);
    expect(play.signal('reply').places).toEqual(['ask']);
  });

  it('ENG-44 until a condition holds, looked at after every input and when time may change it', () => {
    const named = event({ condition: { 'lead.name': 'Ann' } });
    expect(new Play(named).start().set({ name: 'Ann' }).places).toEqual(['mail']);
    const ready = new Play(named);
    ready.state.fields = { name: 'Ann' };
    expect(ready.start().places).toEqual(['mail']);
    const days = new Play(event({ condition: { 'days.enrolled': { $gte: 2 } } })).start();
    expect(nextTimer(days.state)).toBe(newYork('2026-01-07T10:00'));
    expect(days.until('2026-01-07T10:00').places).toEqual(['mail']);
    // What comes true at the timeout is met, not too late.
    const last = new Play(event({ condition: { 'days.enrolled': { $gte: 3 } } })).start();
    expect(last.until('2026-01-08T10:00').places).toEqual(['mail']);
  });

  it('ENG-44 the timeout comes even if a condition is looked at earlier in vain', () => {
    const condition = { 'days.enrolled': { $gte: 1 }, 'lead.name': 'Ann' };
    const play = new Play(event({ condition })).start();
    expect(nextTimer(play.state)).toBe(newYork('2026-01-06T10:00'));
    expect(play.until('2026-01-07T10:00').places).toEqual(['until']);
    expect(play.until('2026-01-08T10:00').end).toBe('end');
  });
});

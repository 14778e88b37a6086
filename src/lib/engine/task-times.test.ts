import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '$lib/calendar';
import { compileCalendar } from '$lib/calendar';
import type { ActionNode, Cadence } from '$lib/domain';
import { present } from '$lib/util';
import { businessDays, cadenceOf, call, email, entry, exit, wait } from '$tests/support/cadences';
import { nextTimer } from './timers';
import { newYork, Play } from './testing/play';

const hours = (amount: number) => ({ amount, unit: 'hours' }) as const;

function weekly(from: string, to: string, ...days: (keyof WorkCalendar['week'])[]): WorkCalendar {
  return {
    tz: 'America/New_York',
    week: Object.fromEntries(days.map((day) => [day, [[from, to]]]))
  };
}

/** One step and the end. */
function single(step: Partial<ActionNode>, rest: Partial<Cadence> = {}): Cadence {
  const nodes = [entry(), email('mail', step), exit('end')];
  return cadenceOf(nodes, ['start > mail', 'mail > end'], rest);
}

describe('when a task opens', () => {
  const evenings = weekly('12:00', '20:00', 'tue', 'wed');
  const roles = [{ id: 'late', name: 'Late shift', calendar: evenings }];

  it('ENG-40 in the hours of its role, else of the cadence; what is due is on the cadence’s calendar', () => {
    const due = { amount: 2, unit: 'businessHours' } as const;
    const play = new Play(single({ role: 'late', due }, { roles })).start();
    expect(play.token('mail').opens).toBe(newYork('2026-01-06T12:00'));
    expect(play.token('mail').due).toBe(newYork('2026-01-06T14:00'));
  });

  it('ENG-40 in the hours of the person it is given to, until it is taken back', () => {
    const fridays = compileCalendar(weekly('09:00', '17:00', 'fri'), {
      from: Date.UTC(2026, 0),
      to: Date.UTC(2027, 0)
    });
    if (!fridays.ok) throw new Error(fridays.error);
    const play = new Play(single({ role: 'late' }, { roles })).start();
    play.send({ type: 'assign', at: play.now, token: 0, hours: fridays.value });
    expect(play.token('mail').opens).toBe(newYork('2026-01-09T09:00'));
    play.send({ type: 'assign', at: play.now, token: 0, hours: null });
    expect(play.token('mail').opens).toBe(newYork('2026-01-06T12:00'));
    expect(play.told('opened')).toHaveLength(3);
    play.now = newYork('2026-01-06T13:00');
    play.send({ type: 'assign', at: play.now, token: 0, hours: fridays.value });
    // It is open: whoever takes it over has it open too.
    expect(play.token('mail').opens).toBe(newYork('2026-01-06T12:00'));
  });

  const contactWindow = {
    hours: weekly('16:00', '18:00', 'mon', 'tue', 'wed', 'thu', 'fri'),
    zones: ['America/New_York', 'Europe/Berlin']
  };
  const fields = [
    { id: 'name', name: 'Name', type: 'text' },
    { id: 'timezone', name: 'Time zone', type: 'text' }
  ] as const;

  it('ENG-40 a touch also waits for the lead’s contact window, on the lead’s clock', () => {
    const opens = (timezone: string | null) => {
      const play = new Play(single({}, { contactWindow, fields }));
      play.state.fields = { timezone };
      return play.start().token('mail').opens;
    };
    expect(opens(null)).toBe(newYork('2026-01-05T16:00'));
    expect(opens('Europe/Berlin')).toBe(newYork('2026-01-05T10:00'));
  });

  it('ENG-40 where a person’s hours and the window never meet, the window is what holds', () => {
    const sundays = compileCalendar(weekly('09:00', '17:00', 'sun'), {
      from: Date.UTC(2026, 0),
      to: Date.UTC(2027, 0)
    });
    if (!sundays.ok) throw new Error(sundays.error);
    const play = new Play(single({}, { contactWindow, fields })).start();
    play.send({ type: 'assign', at: play.now, token: 0, hours: sundays.value });
    expect(play.token('mail').opens).toBe(newYork('2026-01-05T16:00'));
  });

  it('ENG-40 other work is not bound by the contact window', () => {
    const play = new Play(
      cadenceOf(
        [entry(), { id: 'paper', kind: 'action', name: 'Paper', channel: 'task' }, exit('end')],
        ['start > paper', 'paper > end'],
        { contactWindow }
      )
    );
    expect(play.start().token('paper').opens).toBe(play.now);
  });
});

describe('touch limits', () => {
  const mails = (rest: Partial<Cadence>): Cadence => {
    const nodes = [entry(), email('one'), email('two'), email('three'), exit('end')];
    return cadenceOf(nodes, ['start > one', 'one > two', 'two > three', 'three > end'], rest);
  };

  it('ENG-41 at most so many touches a day of the cadence’s calendar', () => {
    const rules = [{ id: 'calm', type: 'maxTouchesPerDay', atMost: 1 }] as const;
    const play = new Play(mails({ rules })).start();
    expect(play.token('one').opens).toBe(play.now);
    expect(play.complete('one').token('two').opens).toBe(newYork('2026-01-06T09:00'));
    play.now = newYork('2026-01-06T16:00');
    expect(play.complete('two').token('three').opens).toBe(newYork('2026-01-07T09:00'));
  });

  it('ENG-41 at most so many within a time, over all the runs of the lead', () => {
    const touchBudget = { atMost: 2, within: businessDays(3) };
    const play = new Play(mails({ touchBudget }));
    const elsewhere = newYork('2026-01-02T15:00');
    play.state.history = [
      { at: elsewhere, channel: 1, outcome: 0, followUp: false, answered: false, pc: 0, visit: 1 }
    ];
    play.start().complete('one');
    expect(play.token('two').opens).toBe(newYork('2026-01-07T15:00'));
  });

  it('ENG-41 a touch elsewhere makes an open task wait', () => {
    const play = new Play(mails({ touchBudget: { atMost: 1, within: businessDays(1) } })).start();
    play.now = newYork('2026-01-05T11:00');
    play.state.history = [
      { at: play.now, channel: 0, outcome: 0, followUp: false, answered: false, pc: 0, visit: 1 }
    ];
    play.send({ type: 'facts', at: play.now });
    expect(play.token('one')).toMatchObject({
      opens: newYork('2026-01-06T11:00'),
      due: newYork('2026-01-06T11:00')
    });
    expect(play.told('opened')).toHaveLength(2);
  });

  it('ENG-41 what bounced, was missed or is no contact does not count', () => {
    const rules = [{ id: 'calm', type: 'maxTouchesPerDay', atMost: 1 }] as const;
    const play = new Play(mails({ rules }));
    const touch = { at: play.now, channel: 0, followUp: false, answered: false, pc: 0, visit: 1 };
    play.start();
    play.state.log.push(
      { ...touch, outcome: 1 },
      { ...touch, outcome: 3 },
      { ...touch, outcome: 0, channel: 6 }
    );
    play.send({ type: 'facts', at: play.now });
    expect(play.token('one').opens).toBe(play.now);
  });
});

describe('when a task is over by itself', () => {
  it('ENG-33 it is skipped so long after it was due', () => {
    const due = { amount: 4, unit: 'businessHours' } as const;
    const play = new Play(single({ due, autoSkipAfter: businessDays(1) })).start();
    expect(nextTimer(play.state)).toBe(newYork('2026-01-06T14:00'));
    play.until('2026-01-06T14:00');
    expect(play.told('skipped')).toEqual(['skipped mail#1 overdue']);
    expect([play.end, play.state.touches, play.state.skipped[0]]).toEqual(['end', 0, 1]);
  });

  it('ENG-33 it expires so long after it came, whichever is first', () => {
    const step = { autoSkipAfter: businessDays(2), expireAfter: hours(5) };
    const play = new Play(single(step)).start().until('2026-01-06T10:00');
    expect(play.told('skipped')).toEqual(['skipped mail#1 expired']);
    expect(play.state.endedAt).toBe(newYork('2026-01-05T15:00'));
  });

  it('ENG-33 an approval is never skipped by itself', () => {
    const nodes = [
      entry(),
      {
        id: 'ok',
        kind: 'action',
        name: 'Ok',
        channel: 'approval',
        autoSkipAfter: hours(1)
      } as const,
      exit('end')
    ];
    const play = new Play(cadenceOf(nodes, ['start > ok', 'ok > end', 'ok:refused > end'])).start();
    expect(nextTimer(play.state)).toBe(Infinity);
  });

  it('ENG-34 a snoozed task opens again, is due no earlier, and expires as before', () => {
    const due = { amount: 4, unit: 'businessHours' } as const;
    const step = {
      due,
      autoSkipAfter: businessDays(1),
      expireAfter: { amount: 7, unit: 'days' }
    } as const;
    const play = new Play(single(step)).start();
    const snooze = (until: string) =>
      play.send({ type: 'snooze', at: play.now, token: 0, until: newYork(until) }).token('mail');
    expect(snooze('2026-01-05T12:00')).toMatchObject({
      opens: newYork('2026-01-05T12:00'),
      due: newYork('2026-01-05T14:00')
    });
    expect(snooze('2026-01-07T20:00')).toMatchObject({
      opens: newYork('2026-01-08T09:00'),
      due: newYork('2026-01-08T09:00'),
      until: newYork('2026-01-09T09:00'),
      expiry: newYork('2026-01-12T10:00')
    });
    expect(snooze('2026-01-11T20:00').until).toBe(newYork('2026-01-12T10:00'));
  });
});

describe('a task that is left open', () => {
  const beside = (rest: Partial<ActionNode> = {}): Cadence => {
    const step = call('task', {
      continueWithoutCompletion: true,
      dispositions: ['no-answer', 'interested'],
      ...rest
    });
    const nodes = [entry(), step, email('mail'), exit('won', 'won'), exit('end')];
    const routes = (rest.routes ?? []).map((id) => `task:${id} > won`);
    return cadenceOf(nodes, ['start > task', 'task > mail', 'mail > end', ...routes]);
  };

  it('ENG-35 the lead goes on at once while the task stays open', () => {
    const play = new Play(beside()).start();
    expect(play.places).toEqual(['mail', 'task']);
    play.complete('task', 'no-answer');
    expect([play.places, play.state.completed[1]]).toEqual([['mail'], 1]);
    expect(play.complete('mail').end).toBe('end');
  });

  it('ENG-35 what is recorded there leads nowhere, but may end the run', () => {
    const routed = new Play(beside({ routes: ['no-answer'] }))
      .start()
      .complete('task', 'no-answer');
    expect(routed.places).toEqual(['mail']);
    const ended = new Play(beside()).start().complete('task', 'interested');
    expect(ended.told('cancelled', 'ended')).toEqual(['cancelled mail#1', 'ended']);
  });

  it('ENG-35 it may be skipped by itself', () => {
    const play = new Play(beside({ autoSkipAfter: hours(1) })).start().until('2026-01-05T12:00');
    expect([play.places, play.told('skipped')]).toEqual([['mail'], ['skipped task#1 overdue']]);
  });
});

describe('lead data', () => {
  const template = { subject: 'Hello', body: 'About {{lead.topic}}' };
  const fields = [
    { id: 'topic', name: 'Topic', type: 'text' },
    { id: 'email', name: 'Email', type: 'text' }
  ] as const;
  const lacking = (missingData?: ActionNode['missingData']) =>
    new Play(single({ template, ...(missingData && { missingData }) }, { fields }));

  it('ENG-38 a task without the data of its texts is held, skipped, or opens all the same', () => {
    const held = lacking().start();
    expect(held.told('held')).toEqual(['held mail#1']);
    held.now = newYork('2026-01-05T11:00');
    held.set({ topic: '' });
    expect(held.told('opened')).toEqual([]);
    held.set({ topic: 'boats', email: 'a@b.c' });
    expect(held.token('mail').opens).toBe(held.now);
    const skipped = lacking('skip').start();
    expect([skipped.end, skipped.told('skipped')]).toEqual([
      'end',
      ['skipped mail#1 missing data']
    ]);
    expect(lacking('task').start().told('opened')).toHaveLength(1);
  });

  it('ENG-38 invented leads have what texts need', () => {
    const play = lacking();
    play.state.checksData = false;
    expect(play.start().told('opened')).toHaveLength(1);
  });
});

describe('variants', () => {
  it('ENG-39 a lead always gets the same variant, and the weights are kept', () => {
    const variants = [
      { id: 'a', name: 'A', weight: 25 },
      { id: 'b', name: 'B', weight: 75 }
    ];
    const play = new Play(single({ variants }));
    let first = 0;
    for (let lead = 0; lead < 4000; lead++) {
      play.state.leadKey = Math.imul(lead, 2_654_435_761);
      const { id } = present(play.variant('mail'), 'variant');
      expect(play.variant('mail')?.id).toBe(id);
      if (id === 'a') first++;
    }
    // 1000 expected, standard deviation 27.4.
    expect(Math.abs(first - 1000)).toBeLessThan(110);
    expect(play.variant('end')).toBe(null);
  });
});

describe('waits of the world', () => {
  it('ENG-5 the world may be late for a wait', () => {
    const nodes = [entry(), wait('gap'), exit('end')];
    const play = new Play(cadenceOf(nodes, ['start > gap', 'gap > end'])).start();
    const late = newYork('2026-01-08T13:00');
    play.send({ type: 'delay', at: play.now, token: 0, until: late });
    expect(play.until(late).state.endedAt).toBe(late);
  });
});

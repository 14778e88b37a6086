import { describe, expect, it } from 'vitest';
import { Device, Story, gallery } from '../support/story';
import { ordered, shopper } from '../support/story/shop';

const rita = new Device('rita');
const mail = new Device('mail-gateway');

describe('AC-A10 given automatic emails and calls by hand', () => {
  it('AC-A10 when an email is due, then it goes out and waits for nobody', async () => {
    const story = shopper();
    const { tasks } = await story.run('2026-01-05T12:00');
    expect(tasks).toMatchObject([{ node: 'left-site', automatic: true }]);
    expect(tasks.map(({ opens }) => story.local(opens))).toEqual(['2026-01-05T13:00']);
    story.on('2026-01-05T13:00', mail.signals('sent', 'left-site#1'));
    expect(await story.run('2026-01-05T13:00')).toMatchObject({
      tasks: [],
      completed: { email: 1 },
      positions: [{ node: 'for-return' }]
    });
  });

  it('AC-A10 when a call is late, then it reminds', async () => {
    const story = new Story(gallery('inbound-prospecting'), { fields: { company: 'Acme' } });
    story.enrolls('2026-01-05T10:00', rita);
    const before = await story.run('2026-01-05T10:00');
    expect(before.tasks).toMatchObject([{ node: 'call-1', automatic: false, role: 'rep' }]);
    expect(before.tasks.map(({ due }) => story.local(due))).toEqual(['2026-01-05T11:00']);
    expect(before.sla).toMatchObject([
      { threshold: 'late', action: 'warn', reached: false },
      { threshold: 'too-late', action: 'escalate', role: 'lead', reached: false }
    ]);
    expect((await story.run('2026-01-05T12:00')).sla).toMatchObject([
      { threshold: 'late', reached: true, at: story.at('2026-01-05T12:00') },
      { threshold: 'too-late', reached: false }
    ]);
  });
});

describe('AC-A33 given an order that many teams work on', () => {
  it('AC-A33 when one team is done, then the next has its task at that instant', async () => {
    const story = ordered();
    const teams = async (local: string) =>
      (await story.run(local)).tasks
        .filter(({ opens }) => opens <= story.at(local))
        .map(({ role }) => role)
        .sort();
    expect(await teams('2026-01-05T10:12')).toEqual(['payments', 'warehouse']);
    story.on('2026-01-05T11:00', rita.completes('pack#1', undefined, { checklist: ['complete'] }));
    expect(await teams('2026-01-05T11:00')).toEqual(['payments']);
    story.on('2026-01-05T11:10', rita.completes('invoice#1'));
    expect(await teams('2026-01-05T11:10')).toEqual(['logistics']);
    const shipped = { fields: { tracking: '1Z' } };
    story.on('2026-01-05T12:00', rita.completes('carrier#1', undefined, shipped));
    expect(await teams('2026-01-05T12:30')).toEqual(['logistics']);
  });

  it('AC-A33 when it comes after hours, then each team has it from its own next morning', async () => {
    const story = ordered('2026-01-05T19:00');
    const { tasks } = await story.run('2026-01-05T19:12');
    const opens = tasks.map((task) => [task.role, story.local(task.opens)]);
    expect(Object.fromEntries(opens)).toEqual({
      warehouse: '2026-01-06T06:00',
      payments: '2026-01-06T09:00'
    });
  });
});

describe('AC-A34 given an order that is paid', () => {
  it('AC-A34 when nobody knows the address, then it is checked by phone before anything is packed', async () => {
    const story = ordered('2026-01-05T10:00', { 'address-checked': false });
    expect((await story.run('2026-01-05T10:12')).tasks).toMatchObject([
      { node: 'verify-address', channel: 'call' }
    ]);
  });

  it('AC-A34 when it is under way and delivered, then the customer is told, and asked how it was', async () => {
    const story = ordered()
      .on('2026-01-05T11:00', rita.completes('pack#1', undefined, { checklist: ['complete'] }))
      .on('2026-01-05T11:00', rita.completes('invoice#1'))
      .on(
        '2026-01-05T12:00',
        rita.completes('carrier#1', undefined, { fields: { tracking: '1Z' } })
      )
      .on('2026-01-05T12:30', mail.completes('on-its-way#1'))
      .on('2026-01-07T10:00', mail.signals('delivered'))
      .on('2026-01-07T10:30', mail.completes('arrived#1'))
      .on('2026-01-14T11:30', mail.completes('feedback#1'));
    const { trace, completed } = await story.run('2026-01-14T12:00');
    expect(completed).toMatchObject({ sms: 2, email: 1 });
    const told = trace.flatMap((entry) => (entry.type === 'completed' ? entry.step : []));
    expect(told.slice(-3)).toEqual(['on-its-way#1', 'arrived#1', 'feedback#1']);
    story.on('2026-01-15T09:00', mail.signals('feedback-given'));
    expect((await story.run('2026-01-15T09:00')).end).toMatchObject({
      node: 'closed',
      result: 'won'
    });
  });
});

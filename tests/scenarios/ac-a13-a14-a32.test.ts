import { describe, expect, it } from 'vitest';
import { Device, type Story } from '../support/story';
import { delivered } from '../support/story/shop';

const shop = new Device('shop');
const sal = new Device('sal');
const team = new Device('team');
const ASKED = '2026-01-08T12:00';

/** A delivered order that goes back on Thursday at noon. */
function returned(): Story {
  return delivered().on(ASKED, shop.signals('return-requested'));
}

/** Refund and pickup are done, by Monday at noon. */
function settled(wish: string): Story {
  const story = returned();
  const back = story.key(1, 'Order return');
  return story
    .on('2026-01-08T12:10', sal.completes('reopen#1', wish))
    .on('2026-01-08T12:30', shop.completes('confirm#1'), back)
    .on('2026-01-08T13:00', team.completes('arrange-pickup#1'), back)
    .on(
      '2026-01-08T14:00',
      team.completes('check-payment#1', undefined, { fields: { refund: 40 } }),
      back
    )
    .on('2026-01-08T15:00', team.approves('allow-refund#1'), back)
    .on('2026-01-09T10:00', team.completes('refund-paid#1'), back)
    .on('2026-01-12T12:00', shop.signals('picked-up'));
}

describe('AC-A32 given a delivered order that goes back', () => {
  it('AC-A32 when it is asked for, then sales reopens the deal while the return begins by itself', async () => {
    const story = returned();
    expect(await story.run(ASKED)).toMatchObject({ status: 'running', stage: 'reopened' });
    expect(await story.open(ASKED)).toEqual(['reopen#1']);
    const back = await story.run(ASKED, story.key(1, 'Order return'));
    expect(back).toMatchObject({ status: 'running', virtual: true, stage: 'return' });
  });

  it('AC-A32 when it is confirmed, then refund and pickup run side by side', async () => {
    const story = returned();
    const back = story.key(1, 'Order return');
    story.on('2026-01-08T12:30', shop.completes('confirm#1'), back);
    const { tasks } = await story.run('2026-01-08T12:30', back);
    expect(tasks.map(({ node, role }) => [node, role])).toEqual([
      ['check-payment', 'payments'],
      ['arrange-pickup', 'logistics']
    ]);
  });

  it('AC-A32 when both are done, then the return closes, and the deal too', async () => {
    const story = settled('wants-refund');
    expect((await story.run('2026-01-12T12:00')).end).toMatchObject({ node: 'refunded' });
    story.on('2026-01-12T12:30', shop.completes('all-done#1'), story.key(1, 'Order return'));
    const back = await story.run('2026-01-12T12:30', story.key(1, 'Order return'));
    expect(back.end).toMatchObject({ node: 'done', result: 'completed' });
  });
});

describe('AC-A14 given a sale that waits for a return', () => {
  it('AC-A14 when the return is settled, then its message moves the sale', async () => {
    const story = returned().on('2026-01-08T12:10', sal.completes('reopen#1', 'wants-refund'));
    expect((await story.run('2026-01-09T12:00')).positions).toMatchObject([
      { node: 'for-settlement' }
    ]);
    expect((await settled('wants-refund').run('2026-01-12T12:00')).status).toBe('ended');
  });
});

describe('AC-A13 given a return that is settled', () => {
  it('AC-A13 when they want an exchange, then the deal goes through logistics, payments and delivery again', async () => {
    const story = settled('wants-exchange');
    const { stage, tasks } = await story.run('2026-01-12T12:00');
    expect(stage).toBe('dispatch');
    expect(tasks.map(({ step }) => step)).toEqual(['pack#2', 'invoice#2']);
    story
      .on('2026-01-12T13:00', team.completes('pack#2', undefined, { checklist: ['complete'] }))
      .on('2026-01-12T13:00', team.completes('invoice#2'))
      .on(
        '2026-01-12T14:00',
        team.completes('carrier#2', undefined, { fields: { tracking: '2Z' } })
      )
      .on('2026-01-12T14:30', shop.completes('on-its-way#2'))
      .on('2026-01-14T10:00', shop.signals('delivered'));
    expect((await story.run('2026-01-14T10:00')).stage).toBe('delivered');
  });
});

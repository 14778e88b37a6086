import { describe, expect, it } from 'vitest';
import { Device, type Story } from '../support/story';
import { delivered, ordered, shopper } from '../support/story/shop';

const shop = new Device('shop');
const sal = new Device('sal');

async function stageAt(story: Story, local: string): Promise<string | null> {
  return (await story.run(local)).stage;
}

describe('AC-A30 given a visitor of the shop', () => {
  it('AC-A30 when nothing goes wrong, then visit, cart, order, dispatch, delivery and close follow each other', async () => {
    expect(await stageAt(shopper(), '2026-01-05T10:01')).toBe('visit');
    const story = delivered();
    const stages = (await story.run('2026-01-07T11:00')).trace.flatMap((entry) =>
      entry.type === 'entered' ? entry.step : []
    );
    const passed = ['visit', 'cart', 'order', 'dispatch', 'transit', 'delivered'].map(
      (id) => `${id}#1`
    );
    expect(stages.filter((step) => passed.includes(step))).toEqual(passed);
    story.on('2026-01-08T10:00', shop.signals('feedback-given'));
    expect(await story.run('2026-01-08T10:00')).toMatchObject({
      status: 'ended',
      tasks: [],
      end: { node: 'closed', result: 'won' }
    });
  });
});

describe('AC-A31 given an order that is not completed', () => {
  it('AC-A31 when they leave without a cart, then they are asked, and come back into the main flow', async () => {
    const story = shopper();
    expect((await story.run('2026-01-05T11:59')).positions).toMatchObject([{ node: 'for-cart' }]);
    story.on('2026-01-05T13:00', shop.signals('sent', 'left-site#1'));
    expect((await story.run('2026-01-05T13:00')).positions).toMatchObject([{ node: 'for-return' }]);
    story.on('2026-01-06T09:00', shop.signals('item-in-cart'));
    expect(await stageAt(story, '2026-01-06T09:00')).toBe('cart');
  });

  it('AC-A31 when they do not answer the mail, then they are called, and may come back by that', async () => {
    const story = shopper().on('2026-01-05T13:00', shop.signals('sent', 'left-site#1'));
    const called = '2026-01-08T13:30';
    expect(await story.open(called)).toEqual(['left-call#1']);
    story.on(called, sal.completes('left-call#1', 'in-cart'));
    expect(await stageAt(story, called)).toBe('cart');
  });

  it('AC-A31 when the cart is left alone, then they are reminded, and the order goes on from there', async () => {
    const story = shopper().on('2026-01-05T10:05', shop.signals('item-in-cart'));
    expect((await story.run('2026-01-05T14:05')).tasks).toMatchObject([
      { node: 'cart-reminder', automatic: true }
    ]);
    story
      .on('2026-01-05T15:05', shop.signals('sent', 'cart-reminder#1'))
      .on('2026-01-06T08:00', shop.signals('order-placed'));
    expect(await stageAt(story, '2026-01-06T08:00')).toBe('order');
  });

  it('AC-A31 when it is not paid, then they are asked to, and it goes on when the money comes', async () => {
    const story = shopper()
      .on('2026-01-05T10:05', shop.signals('item-in-cart'))
      .on('2026-01-05T10:10', shop.signals('order-placed'));
    expect((await story.run('2026-01-06T10:10')).tasks).toMatchObject([
      { node: 'payment-reminder', automatic: true, role: 'payments' }
    ]);
    story
      .on('2026-01-06T11:10', shop.signals('sent', 'payment-reminder#1'))
      .on('2026-01-07T08:00', shop.signals('payment-received'));
    expect(await stageAt(story, '2026-01-07T08:00')).toBe('dispatch');
  });

  it('AC-A31 when nobody resumes, then each of the three ends by itself', async () => {
    const left = shopper().on('2026-01-05T13:00', shop.signals('sent', 'left-site#1'));
    const cart = shopper()
      .on('2026-01-05T10:05', shop.signals('item-in-cart'))
      .on('2026-01-05T15:05', shop.signals('sent', 'cart-reminder#1'));
    const unpaid = shopper()
      .on('2026-01-05T10:05', shop.signals('item-in-cart'))
      .on('2026-01-05T10:10', shop.signals('order-placed'))
      .on('2026-01-06T11:10', shop.signals('sent', 'payment-reminder#1'));
    const ends = await Promise.all(
      [left, cart, unpaid].map(async (story) => (await story.run('2026-01-31T12:00')).end?.node)
    );
    expect(ends).toEqual(['left', 'abandoned', 'no-payment']);
  });

  it('AC-A31 when it is paid at once, then none of it happens', async () => {
    expect((await ordered().run('2026-01-05T10:12')).completed).toEqual({});
  });
});

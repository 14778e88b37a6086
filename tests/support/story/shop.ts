import type { Scalar, Slug } from '$lib/domain';
import { Device } from './device';
import { gallery } from './gallery';
import { Story } from './story';

const shop = new Device('shop');

type Fields = Readonly<Record<Slug, Scalar>>;

/** Somebody visits the shop of the gallery; Monday at ten unless told otherwise. */
export function shopper(local = '2026-01-05T10:00', fields: Fields = {}): Story {
  const known = { 'first-name': 'Ann', 'address-checked': true, ...fields };
  return new Story(gallery('e-commerce-order'), { fields: known }).enrolls(local, shop);
}

/** …and has filled the cart, ordered and paid within a quarter of an hour. */
export function ordered(local = '2026-01-05T10:00', fields: Fields = {}): Story {
  const day = local.slice(0, -2);
  return shopper(local, fields)
    .on(`${day}05`, shop.signals('item-in-cart'))
    .on(`${day}10`, shop.signals('order-placed'))
    .on(`${day}12`, shop.signals('payment-received'));
}

/** …and has it at home on Wednesday at ten. */
export function delivered(): Story {
  const warehouse = new Device('willy');
  return ordered()
    .on('2026-01-05T11:00', warehouse.completes('pack#1', undefined, { checklist: ['complete'] }))
    .on('2026-01-05T11:00', shop.completes('invoice#1'))
    .on('2026-01-05T12:00', shop.completes('carrier#1', undefined, { fields: { tracking: '1Z' } }))
    .on('2026-01-05T12:30', shop.completes('on-its-way#1'))
    .on('2026-01-07T10:00', shop.signals('delivered'))
    .on('2026-01-07T10:30', shop.completes('arrived#1'));
}

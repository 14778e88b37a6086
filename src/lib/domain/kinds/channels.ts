import type { Slug } from '../ids';
import type { Channel } from './action';

const CONTACT: ReadonlySet<Channel> = new Set<Channel>(['email', 'call', 'sms', 'social']);

/** Whether a channel reaches out to the lead; all else is work among ourselves or by appointment. */
export function isContact(channel: Channel): boolean {
  return CONTACT.has(channel);
}

const ADDRESS: Readonly<Partial<Record<Channel, Slug>>> = {
  email: 'email',
  call: 'phone',
  sms: 'phone'
};

/** The lead field with the address or number that a channel uses; null: it needs none. */
export function addressField(channel: Channel): Slug | null {
  return ADDRESS[channel] ?? null;
}

import type { Channel } from '$lib/domain';

const CONTACT: ReadonlySet<Channel> = new Set<Channel>(['email', 'call', 'sms', 'social']);

/** Whether a channel reaches out to the lead; all else is work among ourselves or by appointment. */
export function isContact(channel: Channel): boolean {
  return CONTACT.has(channel);
}

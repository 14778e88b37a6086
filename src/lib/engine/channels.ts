import { CHANNELS, type Channel, type Slug } from '$lib/domain';

/** Row of a channel in the state's columns: its place in `CHANNELS`. Written out, as it is asked for at each touch. */
export function channelIndex(channel: Channel): number {
  switch (channel) {
    case 'email':
      return 0;
    case 'call':
      return 1;
    case 'sms':
      return 2;
    default:
      return CHANNELS.indexOf(channel);
  }
}

/** Channels that reach out to the lead: the contact window and touch limits bind them. */
const CONTACT: readonly boolean[] = CHANNELS.map((channel) =>
  ['email', 'call', 'sms', 'social'].includes(channel)
);

export function isContact(channel: number): boolean {
  return CONTACT[channel] ?? false;
}

/** Lead field with the address or number that a channel uses; a change of it unblocks the channel. */
const ADDRESS: Readonly<Partial<Record<Channel, Slug>>> = {
  email: 'email',
  call: 'phone',
  sms: 'phone'
};

export function addressField(channel: Channel): Slug | null {
  return ADDRESS[channel] ?? null;
}

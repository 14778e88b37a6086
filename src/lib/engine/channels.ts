import { CHANNELS, type Channel, type Slug } from '$lib/domain';

const CHANNEL_INDEX = new Map<Channel, number>(CHANNELS.map((channel, index) => [channel, index]));

/** Row of a channel in the state's columns. */
export function channelIndex(channel: Channel): number {
  return CHANNEL_INDEX.get(channel) ?? 0;
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

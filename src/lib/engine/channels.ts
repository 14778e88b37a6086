import { CHANNELS, isContact, type Channel } from '$lib/domain';

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

/** By row: whether a channel reaches out to the lead, so that the contact window and touch limits bind it. */
const CONTACT: readonly boolean[] = CHANNELS.map(isContact);

export function isContactRow(channel: number): boolean {
  return CONTACT[channel] ?? false;
}

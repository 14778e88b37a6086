import type { Channel } from '$lib/domain';

/** The token that a channel's bars have. */
export const CHANNEL_COLORS: Readonly<Record<Channel, string>> = {
  email: 'var(--mail)',
  sms: 'var(--mail)',
  social: 'var(--mail)',
  call: 'var(--call)',
  meeting: 'var(--meeting)',
  demo: 'var(--meeting)',
  task: 'var(--task)',
  approval: 'var(--task)',
  document: 'var(--task)'
};

import type { KeyBinding } from '$lib/ui';
import type { Picking } from './picking.svelte';

/** Keys of the list that a way, and what it leads to, is chosen from. */
export const CONNECT_KEYS: readonly KeyBinding<Picking>[] = [
  {
    keys: ['arrowup', 'arrowdown'],
    label: 'Previous or next',
    run: (picking, { key }) => picking.move(key === 'ArrowDown' ? 1 : -1)
  },
  { keys: ['enter'], label: 'Choose the way, then connect', run: (picking) => picking.take() },
  { keys: ['backspace'], label: 'Back to choosing the way', run: (picking) => picking.back() },
  { keys: ['escape'], label: 'Leave without connecting', run: (picking) => picking.leave() }
];

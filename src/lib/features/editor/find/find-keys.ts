import type { KeyBinding } from '$lib/ui';
import type { Workspace } from '../desk/workspace.svelte';

/** Keys of the field that steps are looked for in. */
export const FIND_KEYS: readonly KeyBinding<Workspace>[] = [
  {
    keys: ['arrowup', 'arrowdown'],
    label: 'Previous or next step found',
    run: ({ finder }, { key }) => finder.move(key === 'ArrowDown' ? 1 : -1)
  },
  { keys: ['enter'], label: 'Show it', run: ({ finder }) => finder.jump() },
  { keys: ['shift+enter'], label: 'Show the one before', run: ({ finder }) => finder.jumpBy(-1) },
  { keys: ['escape'], label: 'Close, and back to the step', run: (desk) => desk.closePanel() }
];

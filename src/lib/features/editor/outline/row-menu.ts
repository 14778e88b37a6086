import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Link from '@lucide/svelte/icons/link';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Trash from '@lucide/svelte/icons/trash-2';
import Unlink from '@lucide/svelte/icons/unlink';
import type { MenuItem } from '$lib/ui';
import type { OutlineHand } from './outline-hand.svelte';
import type { StepRow, WayRow } from './rows';

/** What can be done with a row, for those who have no keys. */
export function rowMenu(row: StepRow | WayRow, hand: OutlineHand): readonly MenuItem[] {
  return row.type === 'step' ? stepMenu(row, hand) : wayMenu(row, hand);
}

function stepMenu(row: StepRow, hand: OutlineHand): readonly MenuItem[] {
  return [
    {
      id: 'open',
      label: 'Settings',
      icon: SlidersHorizontal,
      shortcut: 'enter',
      run: later(() => hand.enter(row))
    },
    {
      id: 'rename',
      label: 'Rename',
      icon: Pencil,
      shortcut: 'f2',
      run: later(() => hand.rename(row))
    },
    {
      id: 'add',
      label: 'Add a step behind',
      icon: Plus,
      shortcut: 'a',
      run: later(() => hand.add(row))
    },
    {
      id: 'connect',
      label: 'Connect…',
      icon: Link,
      shortcut: 'c',
      run: later(() => hand.connect(row))
    },
    {
      id: 'up',
      label: 'Move up',
      icon: ArrowUp,
      shortcut: 'alt+arrowup',
      separate: true,
      run: later(() => hand.shift(-1, row))
    },
    {
      id: 'down',
      label: 'Move down',
      icon: ArrowDown,
      shortcut: 'alt+arrowdown',
      run: later(() => hand.shift(1, row))
    },
    {
      id: 'delete',
      label: 'Delete',
      icon: Trash,
      shortcut: 'delete',
      danger: true,
      separate: true,
      run: later(() => hand.remove(row))
    }
  ];
}

function wayMenu(row: WayRow, hand: OutlineHand): readonly MenuItem[] {
  const isLed = row.to !== null;
  return [
    {
      id: 'go',
      label: 'Go there',
      icon: ArrowDown,
      shortcut: 'enter',
      disabled: !isLed,
      run: later(() => hand.enter(row))
    },
    {
      id: 'connect',
      label: isLed ? 'Lead it elsewhere…' : 'Connect…',
      icon: Link,
      shortcut: 'c',
      run: later(() => hand.connect(row))
    },
    {
      id: 'add',
      label: 'Add a step here',
      icon: Plus,
      shortcut: 'a',
      run: later(() => hand.add(row))
    },
    {
      id: 'cut',
      label: 'Disconnect',
      icon: Unlink,
      shortcut: 'delete',
      danger: true,
      disabled: !isLed,
      separate: true,
      run: later(() => hand.remove(row))
    }
  ];
}

/** Once the menu has given the focus back: what is done may want it elsewhere. */
function later(work: () => void): () => void {
  return () => void setTimeout(work);
}

import type { KeyBinding } from '$lib/ui';
import type { OutlineHand } from './outline-hand.svelte';

/** Rows that a page is. */
const PAGE = 10;

/** Everything that keys do in the list; the shortcuts sheet lists it from here. */
export const OUTLINE_KEYS: readonly KeyBinding<OutlineHand>[] = [
  {
    keys: ['arrowup', 'arrowdown'],
    label: 'Previous or next row',
    run: (hand, { key }) => hand.move(key === 'ArrowDown' ? 1 : -1)
  },
  { keys: ['arrowright'], label: 'Unfold, or go in', run: (hand) => hand.open() },
  { keys: ['arrowleft'], label: 'Fold, or go out', run: (hand) => hand.close() },
  { keys: ['home'], label: 'First row', run: (hand) => hand.move(-Infinity) },
  { keys: ['end'], label: 'Last row', run: (hand) => hand.move(Infinity) },
  {
    keys: ['pageup', 'pagedown'],
    label: 'Ten rows back or on',
    run: (hand, { key }) => hand.move(key === 'PageDown' ? PAGE : -PAGE)
  },
  { keys: ['enter'], label: 'Open settings, or go where a way leads', run: (hand) => hand.enter() },
  { keys: ['f2'], label: 'Rename in place', run: (hand) => hand.rename() },
  { keys: ['a'], label: 'Add a step behind, or on a way', run: (hand) => hand.add() },
  { keys: ['c'], label: 'Connect, or lead a way elsewhere', run: (hand) => hand.connect() },
  {
    keys: ['alt+arrowup', 'alt+arrowdown'],
    label: 'Move up or down in the flow',
    run: (hand, { key }) => hand.shift(key === 'ArrowDown' ? 1 : -1)
  },
  {
    keys: ['delete', 'backspace'],
    label: 'Delete, or disconnect a way',
    run: (hand) => hand.remove()
  }
];

import type { KeyGroup } from '$lib/ui';

/** Keys that the browser turns into events of the clipboard; listed here, heard there. */
export const CLIPBOARD_KEYS: KeyGroup = {
  group: 'Clipboard',
  keys: [
    { keys: ['mod+c'], label: 'Copy the selected steps' },
    { keys: ['mod+x'], label: 'Cut them' },
    { keys: ['mod+v'], label: 'Paste steps, a cadence, or words as a note' },
    { keys: ['shift+f10'], label: 'Menu of what is selected' }
  ]
};

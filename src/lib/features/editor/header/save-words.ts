import type { SaveStatus } from '../state/save-status';

/** How the work stands, in a few words, and whether that is as it should be. */
export function saveWords(status: SaveStatus): { readonly text: string; readonly good: boolean } {
  switch (status.type) {
    case 'saved':
      return { text: 'Saved on this device', good: true };
    case 'saving':
      return { text: 'Saving…', good: true };
    case 'failed':
      return {
        text:
          status.reason === 'full'
            ? 'Not saved: this device is full'
            : 'Not saved: storage cannot be reached',
        good: false
      };
    case 'conflict':
      return {
        text: status.theirs ? 'Not saved: changed in another tab' : 'Not saved: deleted elsewhere',
        good: false
      };
  }
}

import type { Diagnostic } from '$lib/worker/protocol';
import type { SaveStatus } from '../state/save-status';
import { countWords } from './changes';
import { titleOf } from './published';
import type { PublishFailure, VersionHistory } from './version-history.svelte';

/** How the draft stands to what was published, for the header. */
export function standing(
  history: Pick<VersionHistory, 'state' | 'current' | 'changes'>,
  ago: (then: number) => string
): string {
  const { state, current, changes } = history;
  if (state === 'reading') return '';
  if (state === 'failed') return 'Versions cannot be read';
  if (!current) return 'Never published';
  if (!current.cadence) return `${titleOf(current)} is damaged`;
  if (!changes) return '';
  if (changes.extent === 'none') return `Published ${ago(current.at)}`;
  return `${countWords(changes)} since ${titleOf(current)}`;
}

/** Why the cadence cannot be published just now; null when it can. */
export function obstacle(
  history: Pick<VersionHistory, 'state' | 'isUpToDate'>,
  diagnostics: readonly Diagnostic[],
  saving: SaveStatus
): { readonly words: string; readonly isErrors: boolean } | null {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return { words: errorWords(errors), isErrors: true };
  if (saving.type === 'conflict') {
    return { words: 'Decide first which of the two drafts to keep', isErrors: false };
  }
  if (history.state === 'reading') return { words: 'Looking for versions…', isErrors: false };
  if (history.isUpToDate) {
    return { words: 'Nothing has changed since it was published', isErrors: false };
  }
  return null;
}

function errorWords(count: number): string {
  return count === 1
    ? '1 error to mend before it can be published'
    : `${count} errors to mend before it can be published`;
}

export function failureWords(failure: PublishFailure): string {
  switch (failure.code) {
    case 'errors':
      return `${errorWords(failure.count)}.`;
    case 'full':
      return 'Not published: this device is full. Free some space and try again.';
    case 'conflict':
      return 'Not published: another tab was at it just now. Try again.';
    case 'unavailable':
      return `Not published: storage cannot be reached. ${failure.message}`;
  }
}

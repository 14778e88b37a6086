import type { Instant } from '$lib/domain';
import type { DraftEntry } from '$lib/storage';

/** How the work on screen stands to what is stored. */
export type SaveStatus =
  | { readonly type: 'saved'; readonly at: Instant }
  /** Changed, and about to be saved or being saved. */
  | { readonly type: 'saving' }
  /** Nothing is lost: the work is on screen, and saving is tried again. */
  | { readonly type: 'failed'; readonly reason: 'full' | 'unavailable'; readonly message: string }
  /** Another tab saved first. `theirs` is what is stored now; null when it was deleted. */
  | { readonly type: 'conflict'; readonly theirs: DraftEntry | null };

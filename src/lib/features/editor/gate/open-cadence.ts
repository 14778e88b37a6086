import type { CadenceId } from '$lib/domain';
import type { DamagedDraft, Draft, DraftStore } from '$lib/storage';

export type Opened =
  | { readonly type: 'draft'; readonly draft: Draft }
  | { readonly type: 'damaged'; readonly damaged: DamagedDraft }
  | { readonly type: 'missing' }
  /** Storage itself cannot be read. */
  | { readonly type: 'unreadable'; readonly message: string };

/** Opens a cadence for editing, or tells why it cannot be opened. */
export async function openCadence(
  drafts: Pick<DraftStore, 'open'>,
  id: CadenceId
): Promise<Opened> {
  try {
    return (await drafts.open(id)) ?? { type: 'missing' };
  } catch (error) {
    return { type: 'unreadable', message: error instanceof Error ? error.message : String(error) };
  }
}

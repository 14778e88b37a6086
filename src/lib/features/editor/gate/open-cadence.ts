import type { CadenceId } from '$lib/domain';
import type { DamagedDraft, Draft, DraftStore } from '$lib/storage';

export type Opened =
  | { readonly type: 'draft'; readonly draft: Draft }
  | { readonly type: 'damaged'; readonly damaged: DamagedDraft }
  | { readonly type: 'missing' }
  /** Storage itself cannot be read. */
  | { readonly type: 'unreadable'; readonly message: string };

type Drafts = Pick<DraftStore, 'open'>;

/** Editors over each store that were left and still save what was on their screens. */
const leaving = new WeakMap<Drafts, Map<CadenceId, Promise<void>>>();

/** Whoever opens the cadence next waits until its last editor has `closed`. */
export function leaveCadence(drafts: Drafts, id: CadenceId, closed: Promise<void>): void {
  const editors = leaving.get(drafts) ?? new Map<CadenceId, Promise<void>>();
  leaving.set(drafts, editors);
  const left: Promise<void> = closed
    .catch(() => undefined)
    .then(() => {
      if (editors.get(id) === left) editors.delete(id);
    });
  editors.set(id, left);
}

/** Opens a cadence for editing, or tells why it cannot be opened. */
export async function openCadence(drafts: Drafts, id: CadenceId): Promise<Opened> {
  await leaving.get(drafts)?.get(id);
  try {
    return (await drafts.open(id)) ?? { type: 'missing' };
  } catch (error) {
    return { type: 'unreadable', message: error instanceof Error ? error.message : String(error) };
  }
}

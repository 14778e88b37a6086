import type { CadenceFile, CadenceId, Fault, Instant } from '$lib/domain';
import type { Result } from '$lib/util';
import type { WriteFailure } from './document-store';
import type { EditHistory, HistoryEntry } from './history/history';

/** A cadence being worked on, as stored. */
export interface Draft {
  readonly file: CadenceFile;
  readonly history: EditHistory;
  readonly updatedAt: Instant;
  /** Names the stored state this one was read from; the next save must give it back. */
  readonly rev: string;
}

/** A stored draft that no longer parses: shown, exportable, never dropped. */
export interface DamagedDraft {
  readonly cadence: CadenceId;
  /** The cadence file as it is stored, so that it can be saved, mended and imported again. */
  readonly raw: unknown;
  readonly faults: readonly Fault[];
  readonly rev: string;
}

export type DraftEntry =
  | { readonly type: 'draft'; readonly draft: Draft }
  | { readonly type: 'damaged'; readonly damaged: DamagedDraft };

/** The author's cadences on this device (`d:<cadence>:<user>.<replica>`). */
export interface DraftStore {
  list(): Promise<readonly DraftEntry[]>;
  open(cadence: CadenceId): Promise<DraftEntry | null>;
  /** The steps of a part of a draft's undo log; null when it is lost, or not what it was. */
  readPart(cadence: CadenceId, part: string): Promise<readonly HistoryEntry[] | null>;
  /** Saves; `rev` is null for a new draft. A conflict means another tab saved first. */
  save(
    draft: Omit<Draft, 'rev'>,
    rev: string | null
  ): Promise<Result<{ rev: string }, WriteFailure>>;
  /** Removes it with its undo log. This store object can still save it again as it was. */
  remove(cadence: CadenceId, rev: string): Promise<Result<void, WriteFailure>>;
  /** Tells of changes that this store object did not make itself; with `own` of those as well. */
  watch(
    listener: (change: { cadence: CadenceId; rev: string }) => void,
    options?: { readonly own?: boolean }
  ): () => void;
}

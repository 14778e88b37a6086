import type { Edit } from '$lib/domain';

/** One step of undo: what to apply to go back, and what it is called. */
export interface HistoryEntry {
  readonly label: string;
  readonly edit: Edit;
}

/** Steps that are kept in a document of their own, and never changed. */
export interface HistoryPart {
  /** The hash of its steps. */
  readonly id: string;
  readonly count: number;
  /** Absent while they have not been read. */
  readonly entries?: readonly HistoryEntry[];
}

export type HistorySide = 'undo' | 'redo';

/** The undo log, kept beside the draft so that undo survives a reload. It has no end. */
export interface EditHistory {
  /** The newest steps, newest last: those that are written with every save. */
  readonly undo: readonly HistoryEntry[];
  readonly redo: readonly HistoryEntry[];
  /** Everything before them, oldest first. Absent: there is nothing. */
  readonly earlier?: Readonly<Record<HistorySide, readonly HistoryPart[]>>;
}

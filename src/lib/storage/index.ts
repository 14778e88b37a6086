export type { DocumentStore, StoredDocument, WriteFailure } from './document-store';
export type {
  DamagedDraft,
  Draft,
  DraftEntry,
  DraftStore,
  EditHistory,
  HistoryEntry
} from './draft';
export { createDraftStore } from './draft-store';
export { createVersionStore } from './versions/version-store';
export type { VersionEntry, VersionFailure, VersionStore } from './versions/version';
export { EMPTY_HISTORY, record } from './edit-history';
export { localAuthor, type AuthorSource } from './local-author';

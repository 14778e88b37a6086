export type { DocumentStore, StoredDocument, WriteFailure } from './document-store';
export type { DamagedDraft, Draft, DraftEntry, DraftStore } from './draft';
export { createDraftStore } from './draft-store';
export { createVersionStore } from './versions/version-store';
export type { VersionEntry, VersionFailure, VersionStore } from './versions/version';
export {
  earlierOf,
  EMPTY_HISTORY,
  newest,
  newestSteps,
  record,
  stepBack,
  stepForward,
  without
} from './history/edit-history';
export type { EditHistory, HistoryEntry, HistorySide } from './history/history';
export { onlyRead, wantedPart, withoutPart, withPart } from './history/reading';
export { localAuthor, type AuthorSource } from './local-author';

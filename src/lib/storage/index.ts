export type * from './document-store';
export type * from './draft';

export { createPouchStore, type PouchStoreOptions } from './pouch-store';

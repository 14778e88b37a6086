export { createMemoryDatabase, type MemoryDatabase } from './memory-store';

export { ENGINE_MAJOR, OP, type Op } from './program';
export type * from './program';

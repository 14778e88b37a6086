export { OP, type Op } from './program';
export type * from './program';

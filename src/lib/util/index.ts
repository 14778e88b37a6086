export { type Result, ok, fail } from './result';
export { InvariantError, assert, present, unreachable } from './assert';

export { type Result, ok, fail } from './result';
export { InvariantError, assert, present, unreachable } from './assert';
export { canonicalJson, readableJson } from './canonical-json';
export { sha256Hex } from './sha256';
export { newUlid } from './ulid';
export { nearest } from './nearest';
export { type Patch, patched } from './patched';

/** The first look at data from outside, before anything recursive touches it. */
import type { Fault } from '../fault';
import { pathOf } from './paths';

const DEPTH_LIMIT = 64;
const VALUE_LIMIT = 500_000;
const STRING_LIMIT = 100_000;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

interface Frame {
  readonly value: unknown;
  readonly key: string | number | null;
  readonly parent: Frame | null;
  readonly depth: number;
}

/** The first thing about a value that makes it unsafe to look at closer, or null. Iterative. */
export function walk(root: unknown): Fault | null {
  const stack: Frame[] = [{ value: root, key: null, parent: null, depth: 0 }];
  let values = 1;
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const message = complaint(frame);
    if (message !== null) return { path: pathTo(frame), message };
    const keys = keysOf(frame.value);
    values += keys.length;
    if (values > VALUE_LIMIT) {
      return { path: '', message: `The file holds more than ${VALUE_LIMIT} values.` };
    }
    const record = frame.value as Readonly<Record<string | number, unknown>>;
    for (let i = keys.length - 1; i >= 0; i--) {
      const key = Array.isArray(record) ? i : (keys[i] as string);
      stack.push({ value: record[key], key, parent: frame, depth: frame.depth + 1 });
    }
  }
  return null;
}

/** For an array only the length counts. */
function keysOf(value: unknown): ArrayLike<unknown> {
  if (value === null || typeof value !== 'object') return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : Object.keys(value);
}

function complaint({ value, key, depth }: Frame): string | null {
  if (typeof key === 'string') {
    if (FORBIDDEN.has(key)) return 'must not be called that';
    if (key.length > STRING_LIMIT) return 'has far too long a name';
  }
  if (depth > DEPTH_LIMIT) return `is nested more than ${DEPTH_LIMIT} levels deep`;
  switch (typeof value) {
    case 'string':
      return value.length > STRING_LIMIT ? `is longer than ${STRING_LIMIT} characters` : null;
    case 'number':
    case 'boolean':
      return null;
    case 'object':
      return value === null || Array.isArray(value) || isPlain(value) ? null : 'must be plain data';
    default:
      return 'must be plain data';
  }
}

/** Also true for plain objects of another realm, whose prototype is not our Object's. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function pathTo(frame: Frame): string {
  const keys: (string | number)[] = [];
  for (let at: Frame | null = frame; at && at.key !== null; at = at.parent) keys.unshift(at.key);
  return pathOf(keys);
}

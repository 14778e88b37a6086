import { describe, expect, it } from 'vitest';
import { canonicalJson, readableJson } from './canonical-json';
import { InvariantError } from './assert';

describe('canonicalJson', () => {
  it('sorts keys by code unit at every level and leaves no spaces', () => {
    const value = { b: [1, { z: null, Z: true }], a: 'x', ä: 2, 10: 3, 9: 4 };
    expect(canonicalJson(value)).toBe('{"10":3,"9":4,"a":"x","b":[1,{"Z":true,"z":null}],"ä":2}');
  });

  it('writes empty containers, escapes and minus zero as JSON does', () => {
    expect(canonicalJson([[], {}, '\n"\ud800', -0, 1e21])).toBe('[[],{},"\\n\\"\\ud800",0,1e+21]');
  });

  it('refuses what JSON cannot hold', () => {
    const bad = [
      undefined,
      NaN,
      Infinity,
      () => 1,
      Symbol('x'),
      1n,
      new Date(0),
      new Map(),
      Array(1)
    ];
    for (const value of bad) expect(() => canonicalJson({ value })).toThrow(InvariantError);
    expect(() => canonicalJson(Array(2).fill(1, 1))).toThrow(InvariantError);
  });

  it('refuses a cycle, and takes the same part twice', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = { cycle };
    expect(() => canonicalJson(cycle)).toThrow(/contains itself/);
    const part = { a: 1 };
    expect(canonicalJson([part, part])).toBe('[{"a":1},{"a":1}]');
  });

  it('is safe at any depth', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(canonicalJson(deep)).toHaveLength(200_001);
  });

  it('takes objects without a prototype and ignores inherited keys', () => {
    const bare = Object.assign(Object.create(null) as object, { a: 1 });
    expect(canonicalJson(bare)).toBe('{"a":1}');
  });
});

describe('readableJson', () => {
  it('indents, keeps the canonical order and ends with a newline', () => {
    expect(readableJson({ b: 1, a: [] })).toBe('{\n  "a": [],\n  "b": 1\n}\n');
  });
});

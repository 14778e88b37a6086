import { expect, it } from 'vitest';
import { InvariantError } from './assert';
import { sha256Hex } from './sha256';
import { newUlid } from './ulid';

it('sha256Hex agrees with published test vectors', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('ä')).toBe('33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc');
});

it('newUlid is 26 lower-case digits, in order of time', () => {
  const random = () => 0.999;
  expect(newUlid(0, () => 0)).toBe('0'.repeat(26));
  expect(newUlid(1_469_918_176_385, random)).toBe('01aryz6s41' + 'z'.repeat(16));
  expect(newUlid(2 ** 48 - 1, random)).toBe('7zzzzzzzzz' + 'z'.repeat(16));
  expect(newUlid(1000, random) < newUlid(1001, () => 0)).toBe(true);
});

it('newUlid refuses a time that it cannot write', () => {
  expect(() => newUlid(-1, () => 0)).toThrow(InvariantError);
  expect(() => newUlid(2 ** 48, () => 0)).toThrow(InvariantError);
});

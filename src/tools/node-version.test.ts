import { expect, it } from 'vitest';
import { isSupportedNode } from './node-version.js';

it.each([
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.3', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.1.0', true]
])('Node %s will do: %s', (version, expected) => {
  expect(isSupportedNode(version)).toBe(expected);
});

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/** `UPDATE_GOLDENS=1` writes expectations instead of comparing with them. */
const UPDATING = process.env['UPDATE_GOLDENS'] === '1';

/** Compares a text with its golden file. */
export function expectGolden(path: string, actual: string): void {
  if (UPDATING) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  expect(existsSync(path), `${path} is missing; UPDATE_GOLDENS=1 writes it`).toBe(true);
  expect(actual, path).toBe(readFileSync(path, 'utf8'));
}

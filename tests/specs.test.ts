import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function filesIn(folder: string, matches: (name: string) => boolean): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && matches(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const specs = filesIn('src', (name) => name === 'SPEC.md');
const isTest = (name: string) => /\.(test|spec)\.ts$/.test(name) || name === 'acceptance.ts';
const tests = [...filesIn('src', isTest), ...filesIn('tests', isTest)]
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

describe('rules', () => {
  it('are written down for every module that has some', () => {
    const modules = specs.map((path) => relative(join(root, 'src/lib'), path));
    for (const name of [
      'domain',
      'calendar',
      'program',
      'compiler',
      'engine',
      'simulation',
      'storage'
    ])
      expect(modules).toContain(`${name}/SPEC.md`);
  });

  it.each(specs.map((path) => [relative(root, path), path] as const))(
    'of %s have ids of their own, and each id stands in the name of a test',
    (_, path) => {
      const ids = [...readFileSync(path, 'utf8').matchAll(/^- \**([A-Z]{2,6}-\d+)/gm)].map(
        (m) => m[1]
      );
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !new RegExp(`['"\`].*\\b${id}\\b`).test(tests))).toEqual([]);
    }
  );
});

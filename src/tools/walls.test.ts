import { ESLint, type Linter } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import ts from 'typescript-eslint';

/*
 * Snippets that break a wall, each linted as if it lay in the file named. Rules that need types are
 * off: these files exist nowhere, so nothing is known of their types.
 */

let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({ overrideConfig: [ts.configs.disableTypeChecked as Linter.Config] });
});

/** The walls that a text breaks in a file below src/lib. */
async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `src/lib/${file}` });
  const messages = result?.messages ?? [];
  const fatal = messages.filter(({ fatal }) => fatal);
  expect(fatal).toEqual([]);
  return messages
    .map(({ ruleId }) => ruleId ?? '')
    .filter((rule) => /^no-restricted-|^no-console$|at-html/.test(rule));
}

const imports = (path: string): string => `import { x } from '${path}';\nexport const y = x;\n`;

describe('imports go one way', () => {
  it.each([
    ['util/x.ts', '$lib/domain'],
    ['calendar/x.ts', '$lib/domain'],
    ['domain/kinds/x.ts', '$lib/compiler'],
    ['program/x.ts', '$lib/engine'],
    ['compiler/x.ts', '$lib/engine'],
    ['engine/x.ts', '$lib/compiler'],
    ['engine/x.test.ts', '$lib/compiler'],
    ['simulation/x.ts', '$lib/compiler'],
    ['layout/x.ts', '$lib/features/editor'],
    ['storage/x.ts', '$lib/engine'],
    ['worker/clients/x.ts', '$lib/compiler'],
    ['worker/x.ts', '$lib/features/editor'],
    ['ui/x.svelte.ts', '$lib/domain'],
    ['features/editor/x.ts', '$lib/compiler'],
    ['features/editor/x.ts', '$lib/features/library'],
    ['features/editor/x.ts', '$lib/app'],
    ['../routes/x.ts', '$lib/domain'],
    ['../cli/x.ts', '$lib/engine']
  ])('%s may not import %s', async (file, path) => {
    expect(await broken(file, imports(path))).toEqual(['no-restricted-imports']);
  });

  it.each([
    ['calendar/x.ts', '$lib/util'],
    ['domain/x.ts', '$lib/calendar'],
    ['engine/x.ts', '$lib/program'],
    ['worker/x.ts', '$lib/storage/pouch'],
    ['features/editor/x.ts', '$lib/worker/protocol'],
    ['features/editor/x.ts', '$lib/app/context'],
    ['app/x.ts', '$lib/features/editor'],
    ['../cli/x.ts', '$lib/compiler']
  ])('%s may import %s', async (file, path) => {
    expect(await broken(file, imports(path))).toEqual([]);
  });
});

describe('modules are entered through their doors', () => {
  it.each([
    ['engine/x.ts', '$lib/program/program'],
    ['features/editor/x.ts', '$lib/ui/fields/TextField.svelte'],
    ['features/editor/x.ts', '$lib/app/context/x'],
    ['engine/x.ts', '../program'],
    ['features/editor/x.ts', '../library'],
    ['engine/behaviors/x.ts', '../../program']
  ])('%s may not import %s', async (file, path) => {
    expect(await broken(file, imports(path))).toEqual(['no-restricted-imports']);
  });

  it.each(["export * from './x';", 'export default 1;', 'export enum E { A }'])(
    '%s is no way out',
    async (code) => {
      expect(await broken('domain/x.ts', code)).toEqual(['no-restricted-syntax']);
    }
  );
});

describe('pure modules know no host', () => {
  const PURE = [
    'util',
    'calendar',
    'domain',
    'program',
    'compiler',
    'engine',
    'simulation',
    'layout'
  ];

  it.each(PURE)('%s', async (part) => {
    const file = `${part}/deep/x.ts`;
    for (const path of [
      'svelte',
      'pouchdb',
      'comlink',
      '$app/paths',
      '@xyflow/svelte',
      'node:fs'
    ]) {
      expect(await broken(file, imports(path))).toEqual(['no-restricted-imports']);
    }
    for (const code of ['window.name', 'fetch("/")', 'performance.now()', 'crypto.randomUUID()']) {
      expect(await broken(file, `export const y = ${code};`)).toEqual(['no-restricted-globals']);
    }
    for (const code of ['Date.now()', 'new Date()', 'Math.random()']) {
      const rules = await broken(file, `export const y = ${code};`);
      expect(new Set(rules)).toEqual(new Set(['no-restricted-syntax']));
    }
  });
});

describe('exact modules give the same bits everywhere', () => {
  it.each(['calendar', 'engine', 'simulation'])('%s', async (part) => {
    for (const code of [
      'Math.log(2)',
      '2 ** 3',
      '"a".localeCompare("b")',
      '(1).toLocaleString()'
    ]) {
      const rules = await broken(`${part}/x.ts`, `export const y = ${code};`);
      expect(rules).toEqual(['no-restricted-syntax']);
    }
    for (const code of ['new Intl.Collator()', 'Temporal.Now']) {
      const rules = await broken(`${part}/x.ts`, `export const y = ${code};`);
      expect(rules).toEqual(['no-restricted-globals']);
    }
    expect(await broken(`${part}/x.ts`, 'export const y = Math.floor(2.5);')).toEqual([]);
  });
});

describe('the page stays its own master', () => {
  it('no markup from text', async () => {
    expect(await broken('ui/X.svelte', '{@html "<b>x</b>"}')).toEqual(['svelte/no-at-html-tags']);
    const code = 'document.body.innerHTML = "x";';
    expect(await broken('ui/x.ts', code)).toEqual(['no-restricted-syntax']);
  });

  it('threads start in one place', async () => {
    const code = 'export const y = new Worker("x");';
    expect(await broken('worker/clients/x.ts', code)).toEqual(['no-restricted-syntax']);
    expect(await broken('worker/create-worker.ts', code)).toEqual([]);
  });

  it('nothing is left on the console', async () => {
    expect(await broken('ui/x.ts', 'console.log(1);')).toEqual(['no-console']);
  });
});

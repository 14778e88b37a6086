import { describe, expect, it } from 'vitest';
import { readProjectFile } from './support/files';

interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const MUTANTS = JSON.parse(readProjectFile('tests/mutants/mutants.json')) as readonly Mutant[];

describe('deliberate faults', () => {
  it('are at least twenty, in compiler, engine and simulation', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20);
    for (const part of ['compiler', 'engine', 'simulation'])
      expect(MUTANTS.filter(({ file }) => file.startsWith(`src/lib/${part}/`))).not.toEqual([]);
  });

  it.each(MUTANTS)('have one place each: $name', ({ file, find, put }) => {
    expect(readProjectFile(file).split(find)).toHaveLength(2);
    expect(put).not.toBe(find);
  });
});

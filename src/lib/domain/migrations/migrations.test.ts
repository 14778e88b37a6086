import { describe, expect, it } from 'vitest';
import { InvariantError } from '$lib/util';
import { FORMAT } from '../file';
import { parseCadenceValue } from '../parse/parse-cadence';
import { declareMigrations, migrate, type Migration } from './migrations';
import { MIGRATIONS } from './registry';

const RENAME: Migration = {
  from: 1,
  what: 'title is called name',
  migrate: ({ title, ...rest }) => ({ ...rest, name: title })
};
const SPLIT: Migration = {
  from: 2,
  what: 'name is a list',
  migrate: (file) => ({ ...file, name: [file['name']] })
};
const INVENTED = declareMigrations(3, [RENAME, SPLIT]);

describe('migrations', () => {
  it('DOM-21 refuses a registry with a gap, out of order, or too short', () => {
    expect(() => declareMigrations(3, [SPLIT, RENAME])).toThrow(InvariantError);
    expect(() => declareMigrations(3, [RENAME])).toThrow('2 migrations needed, 1 declared');
    expect(() => declareMigrations(3, [RENAME, { ...SPLIT, from: 3 }])).toThrow(
      'migration 2 is declared as from format 3'
    );
    expect(() => declareMigrations(1, [RENAME])).toThrow(InvariantError);
  });

  it('DOM-21 the registry of this build reaches its own format', () => {
    expect(MIGRATIONS.newest).toBe(FORMAT);
  });

  it('DOM-22 takes a file through every step from its own format on', () => {
    const value = { format: 3, name: ['A'], kept: true };
    expect(migrate({ format: 1, title: 'A', kept: true }, INVENTED)).toEqual({ ok: true, value });
    expect(migrate({ format: 2, name: 'A', kept: true }, INVENTED)).toEqual({ ok: true, value });
    expect(migrate(value, INVENTED)).toEqual({ ok: true, value });
  });

  it('DOM-22 leaves the file it was given as it was', () => {
    const file = { format: 1, title: 'A' };
    migrate(file, INVENTED);
    expect(file).toEqual({ format: 1, title: 'A' });
  });

  it('DOM-20 refuses a newer format in plain words', () => {
    const message =
      'is 2: the file was made with a newer version of the app (this one reads formats up to 1)';
    expect(parseCadenceValue({ format: FORMAT + 1 })).toEqual({
      ok: false,
      error: [{ path: 'format', message }]
    });
  });

  it.each([
    [null, '', 'The file is not a cadence: it must hold one object.'],
    [[], '', 'The file is not a cadence: it must hold one object.'],
    [{ name: 'x' }, 'format', 'is missing: this is not a cadence file'],
    [{ format: '1' }, 'format', 'must be a whole number from 1 on'],
    [{ format: 0 }, 'format', 'must be a whole number from 1 on']
  ])('DOM-23 refuses %j', (value, path, message) => {
    expect(parseCadenceValue(value)).toEqual({ ok: false, error: [{ path, message }] });
  });
});

import { describe, expect, it } from 'vitest';
import { fileNameOf } from './file-name';

describe('fileNameOf', () => {
  it.each([
    ['Six-step follow-up', 'six-step-follow-up.cadence.json'],
    ['Q3: Würth / calls!', 'q3-wurth-calls.cadence.json'],
    ['../../etc/passwd', 'etc-passwd.cadence.json'],
    ['***', 'cadence.cadence.json'],
    ['営業', '営業.cadence.json']
  ])('LIB-6 names the file of “%s” %s', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });

  it('LIB-6 keeps long names short', () => {
    expect(fileNameOf('long name '.repeat(50)).length).toBeLessThan(80);
  });
});

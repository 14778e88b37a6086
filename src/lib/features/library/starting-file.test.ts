import { describe, expect, it } from 'vitest';
import { parseCadenceValue } from '$lib/domain';
import { startingFile } from './starting-file';

const ID = '01hzzzzzzzzzzzzzzzzzzzzzzz';

describe('startingFile', () => {
  it.each([
    ['2026-11-22T12:00:00Z', '2026-11-23T09:00'],
    ['2026-11-23T00:00:00Z', '2026-11-30T09:00'],
    ['2026-11-28T23:59:00Z', '2026-11-30T09:00']
  ])('LIB-20 made at %s it begins at %s', (now, start) => {
    const file = startingFile(ID, Date.parse(now), 'Europe/Berlin');
    expect(file.scenarios[0]?.start).toBe(start);
    expect(file.cadence.calendar.tz).toBe('Europe/Berlin');
  });

  it.each(['Etc/Unknown', '', '+05:30'])(
    'LIB-20 falls back to UTC where the zone is “%s”',
    (tz) => {
      const file = startingFile(ID, 0, tz);
      expect(parseCadenceValue(file).ok).toBe(true);
      expect(file.cadence.calendar.tz).toBe('UTC');
    }
  );
});

import { describe, expect, it } from 'vitest';
import { DIAGNOSTICS } from '$lib/compiler';
import { loadCadenceFile } from '../support/files';
import { computeHost } from '../support/story';

const host = computeHost();

describe('AC-X6 given a cadence for everything the checks can say', () => {
  it.each(Object.keys(DIAGNOSTICS))(
    'AC-X6 when its cadence is checked, then %s is told',
    async (code) => {
      const file = loadCadenceFile(`tests/goldens/compiler/${code}/cadence.json`);
      const { diagnostics } = await host.check(file);
      const told = diagnostics.filter((one) => one.code === code);
      expect(told).not.toEqual([]);
      for (const { message, help } of told)
        expect([message, help].every((words) => words.length > 0)).toBe(true);
    }
  );
});

import { describe, expect, it } from 'vitest';
import { DIAGNOSTICS } from '$lib/compiler';
import { loadCadenceFile } from '../support/files';
import { scenarioFor } from '../support/scenarios';
import { computeHost } from '../support/story';
import { QUIET } from '$tests/support/quiet-run';

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

describe('AC-X6 given the ways in which a cadence can come to a silent stop', () => {
  /** What a lead would never get out of, or wait for in vain, and what is told of it. */
  const STALLS = {
    'a fork without its join': 'unpaired-fork',
    'a join without its fork': 'unpaired-join',
    'a join that is reached from outside': 'join-from-outside',
    'a path that leaves its fork': 'path-leaves-fork',
    'a join that waits for too many': 'join-never-enough',
    'a circle without a wait or a person': 'endless-circle',
    'a circle through other cadences': 'instant-handoff-loop',
    'a wait without a timeout': 'wait-without-timeout',
    'a wait that ends a path': 'ends-in-wait',
    'a step without a way out': 'no-way-out',
    'a branch without a default': 'branch-without-default',
    'a way that leads nowhere': 'dangling-port',
    'a requirement that nothing can meet': 'requirement-cannot-be-met',
    'a way that ends before a closed door': 'guarded-way-stalls'
  } as const;

  it.each(Object.entries(STALLS))(
    'AC-X6 when there is %s, then it is an error, and nothing runs',
    async (_, code) => {
      const file = loadCadenceFile(`tests/goldens/compiler/${code}/cadence.json`);
      const { diagnostics, analysis } = await host.check(file);
      expect(diagnostics).toContainEqual(expect.objectContaining({ code, severity: 'error' }));
      expect(analysis).toBeNull();
      const request = {
        run: 'x6',
        file: { ...file, scenarios: [scenarioFor(file.cadence)] },
        scenario: 'base',
        leads: 1
      };
      const reply = await host.simulate(request, QUIET);
      expect(reply).toMatchObject({
        type: 'refused',
        diagnostics: expect.arrayContaining([expect.objectContaining({ code })]) as unknown
      });
    }
  );
});

import { describe, expect, it } from 'vitest';
import type { Subject } from '$lib/worker/protocol';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { changesSince, comparable, onLeadsOf } from './kept-run';

const cadence = sixSteps();
const base = scenarioFor(cadence);
const rep = { id: 'rep', name: 'Reps', role: 'rep', count: 2 };
const file = fileOf(cadence, [base, { ...base, id: 'busy', name: 'Busy', people: [rep] }]);

describe('what a run is compared with', () => {
  it('SIMUI-16 is a run that was kept, newest first, or another scenario of the file', () => {
    const subject: Subject = { file, scenario: 'base' };
    const kept = ['1', '2'].map((id) => ({ id, name: `Run ${id}`, subject }));
    expect(comparable(kept, file, 'base').map(({ name }) => name)).toEqual([
      'Run 2',
      'Run 1',
      'Scenario: Busy'
    ]);
  });

  it('SIMUI-16 meets the leads that are set on screen, as often', () => {
    const repeated = fileOf(cadence, [base, { ...base, id: 'often', replications: 3, warmUp: 5 }]);
    const now: Subject = { file: repeated, scenario: 'often', leads: 70, seed: 8 };
    const before = onLeadsOf({ file: repeated, scenario: 'base', leads: 9 }, now);
    expect(before).toMatchObject({ scenario: 'base', leads: 70, seed: 8 });
    expect(before.file.scenarios[0]).toEqual({ ...base, replications: 3, warmUp: 5 });
    const back = onLeadsOf(now, { file: repeated, scenario: 'base' });
    expect(back.file.scenarios[1]).toMatchObject({ id: 'often', replications: 1, warmUp: 0 });
  });

  it('SIMUI-16 differs in gaps and people', () => {
    const [gap] = cadence.parameters;
    const later = fileOf(
      {
        ...cadence,
        parameters: cadence.parameters.map((each) =>
          each === gap ? { ...each, duration: { ...each.duration, amount: 9 } } : each
        )
      },
      file.scenarios
    );
    expect(changesSince({ file, scenario: 'base' }, { file: later, scenario: 'busy' })).toEqual([
      `${gap?.name}: ${gap?.duration.amount} → 9`,
      'Reps: 0 → 2'
    ]);
    expect(changesSince({ file, scenario: 'busy' }, { file, scenario: 'base' })).toEqual([
      'Reps: gone'
    ]);
  });
});

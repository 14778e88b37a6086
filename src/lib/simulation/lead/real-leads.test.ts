import { describe, expect, it } from 'vitest';
import type { Arrivals, Scenario } from '$lib/domain';
import { branch, cadenceOf, call, entry, exit } from '$tests/support/cadences';
import { fileOf } from '$tests/support/cadences';
import { scenarioFor } from '$tests/support/scenarios';
import { simulateFile } from '$tests/support/simulate';

const cadence = cadenceOf(
  [
    entry(),
    branch('where', {
      type: 'condition',
      cases: [{ id: 'ada', name: 'Ada', when: { 'lead.name': 'Ada' } }]
    }),
    call('ring'),
    exit('rung', 'won'),
    exit('left', 'lost')
  ],
  ['start > where', 'where:ada > ring', 'where:default > left', 'ring > rung']
);

const segments: Scenario['segments'] = [
  { id: 'a', name: 'A', weight: 1, fields: { name: 'Ada' } },
  { id: 'b', name: 'B', weight: 1, fields: { name: 'Bob' } }
];

function simulate(leads: (Arrivals & { type: 'leads' })['leads'], rest: Partial<Scenario> = {}) {
  const arrivals = { type: 'leads', leads } as const;
  return simulateFile(fileOf(cadence, [scenarioFor(cadence, { steps: {}, arrivals, ...rest })]));
}

const at = '2026-01-05T09:00';

describe('real leads', () => {
  it('SIM-65 as many are simulated as there are, when they arrive, with their own fields', () => {
    const result = simulate([
      { at, fields: { name: 'Ada' } },
      { at: '2026-01-06T23:00', fields: { name: 'Ada' } },
      { at, fields: { name: 'Eve' } }
    ]);
    expect(result.leads).toBe(3);
    expect(result.exits.map(({ node, count }) => [node, count])).toEqual([
      ['rung', 2],
      ['left', 1]
    ]);
    // The second comes at night, and is rung at nine.
    expect(result.elapsed.max).toBe(10 * 3_600_000);
  });

  it('SIM-65 a lead belongs to the segment that it names; its own fields go over the segment', () => {
    const result = simulate(
      [
        { at, fields: {}, segment: 'a' },
        { at, fields: {}, segment: 'a' },
        { at, fields: {}, segment: 'b' },
        { at, fields: { name: 'Bob' }, segment: 'a' }
      ],
      { segments }
    );
    expect(result.segments.map(({ id, leads }) => [id, leads])).toEqual([
      ['a', 3],
      ['b', 1]
    ]);
    expect(result.exits.find(({ node }) => node === 'rung')?.count).toBe(2);
  });

  it('SIM-65 leads that name no segment are shared by weight', () => {
    const leads = Array.from({ length: 400 }, () => ({ at, fields: {} }));
    const [a, b] = simulate(leads, { segments }).segments.map(({ leads: count }) => count);
    expect((a ?? 0) + (b ?? 0)).toBe(400);
    expect(Math.abs((a ?? 0) - 200)).toBeLessThan(40);
  });

  it('SIM-65 fewer of them may be asked for', () => {
    const leads = Array.from({ length: 5 }, () => ({ at, fields: {} }));
    const arrivals = { type: 'leads', leads } as const;
    const file = fileOf(cadence, [scenarioFor(cadence, { steps: {}, arrivals })]);
    expect(simulateFile(file, { leads: 2 }).leads).toBe(2);
  });
});

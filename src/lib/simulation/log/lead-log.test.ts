import { describe, expect, it } from 'vitest';
import { cadenceOf, call, entry, exit, wait } from '$tests/support/cadences';
import { cadenceModel } from '$tests/support/simulate-cadence';
import { leadLog } from './follow-lead';

const cadence = cadenceOf(
  [
    entry(),
    call('call', {
      name: 'First call',
      role: 'rep',
      due: { amount: 2, unit: 'businessHours' },
      dispositions: ['connected'],
      checklist: [{ id: 'budget', text: 'Ask for the budget', mandatory: true }]
    }),
    wait('gap'),
    exit('done', 'won')
  ],
  ['start > call', 'call > gap', 'gap > done']
);

const steps = {
  call: {
    effort: { type: 'constant', value: 30 },
    outcomes: [{ disposition: 'connected', chance: 1 }]
  }
} as const;

describe('the log of a lead', () => {
  it('SIM-81 says what happened in order, in words, and what was written down of it', () => {
    const model = cadenceModel(cadence, {
      leads: 3,
      steps,
      people: [{ id: 'reps', name: 'Reps', role: 'rep', count: 1 }]
    });
    const log = leadLog(model, 2);
    const lines = log.entries.map(({ at, node, words }) => {
      const time = new Date(at).toISOString().slice(8, 16).replace('T', ' ');
      return `${time} ${node ?? ''}: ${words}`;
    });
    expect(lines).toEqual([
      '05 14:00 start: Comes here',
      '05 14:00 start: Goes on by “Next”',
      '05 14:00 call: Comes here',
      '05 14:00 call: Opens 2026-01-05 09:00, due 2026-01-05 11:00',
      '05 15:00 call: Begun: 30 min of work',
      '05 15:30 call: Done: Connected, no decision',
      '05 15:30 call: Goes on by “Done”',
      '05 15:30 gap: Comes here',
      '05 15:30 gap: Waits until 2026-01-06 10:30',
      '06 15:30 gap: Goes on by “Next”',
      '06 15:30 done: Comes here',
      '06 15:30 done: Leaves: Won'
    ]);
    expect(log.entries[4]).toMatchObject({ step: 'call#1', name: 'First call', kind: 'begun' });
    expect(log.events.map(({ kind }) => kind)).toEqual(['enrolled', 'completed']);
    expect(log.events[1]).toMatchObject({
      step: 'call#1',
      disposition: 'connected',
      checklist: ['budget'],
      effort: 1_800_000,
      parents: [log.events[0]?.id]
    });
    expect(log.ended).toBe(Date.parse('2026-01-06T15:30Z'));
  });

  it('SIM-81 is the same for every asker, other for every lead, and that of a lead warming up too', () => {
    const model = cadenceModel(cadence, {
      leads: 30,
      warmUp: 10,
      steps: { call: { ...steps.call, effort: { type: 'exponential', mean: 20 } } }
    });
    const ends = new Set<number | null>();
    for (const index of [0, 9, 10, 29]) {
      const log = leadLog(model, index);
      expect(leadLog(model, index)).toEqual(log);
      expect(log.lead.id).toMatch(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/);
      expect(log.segment).toBeNull();
      ends.add(log.ended);
    }
    expect(ends.size).toBe(4);
  });

  it('SIM-81 there is none of a lead or replication that there is not', () => {
    const model = cadenceModel(cadence, { leads: 3, steps });
    expect(() => leadLog(model, 3)).toThrow(RangeError);
    expect(() => leadLog(model, -1)).toThrow(RangeError);
    expect(() => leadLog(model, 0, 1)).toThrow(RangeError);
  });
});

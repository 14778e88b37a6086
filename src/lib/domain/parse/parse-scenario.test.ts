import { describe, expect, it } from 'vitest';
import { blankCadenceFile } from '../blank';
import type { Arrivals, Scenario } from '../scenario';
import { parseCadenceFile } from './parse-cadence';
import { parseScenario } from './parse-scenario';
import { serializeCadenceFile } from '../version';

const FULL: Scenario = {
  id: 'full',
  name: 'Everything',
  start: '2026-01-05T09:00',
  leads: 500,
  seed: 7,
  arrivals: { type: 'poisson', perHour: 2.5 },
  segments: [
    { id: 'key', name: 'Key', weight: 1, fields: { size: 3 }, priority: 5, dealValue: 900 }
  ],
  steps: {
    call: {
      outcomes: [{ disposition: 'interested', chance: 0.1, bySegment: { key: 0.3 } }],
      effort: { type: 'gamma', shape: 2, scale: 3 },
      delay: {
        distribution: { type: 'normal', mean: 5, deviation: 1, min: 3, max: 9 },
        unit: 'businessMinutes'
      },
      skill: 'french',
      priority: -3,
      cost: 0.12
    }
  },
  signals: [
    {
      signal: 'reply',
      chance: 0.2,
      after: 'call',
      delay: { distribution: { type: 'empirical', values: [1, 2] }, unit: 'hours' }
    }
  ],
  people: [
    {
      id: 'rita',
      name: 'Rita',
      role: 'rep',
      count: 2,
      calendar: { tz: 'Europe/Berlin', week: { mon: [['09:00', '12:00']] } },
      leave: [{ from: '2026-01-12', to: '2026-01-12' }],
      skills: ['french'],
      costPerHour: 30,
      effort: 0.8,
      switching: 2,
      overtime: 'nextDay'
    }
  ],
  queue: 'dueFirst',
  quotas: [{ id: 'mails', name: 'Mails', channel: 'email', role: 'rep', perDay: 200 }],
  dealValue: 100,
  warmUp: 20,
  replications: 4
};

function faults(change: Record<string, unknown>): readonly string[] {
  const read = parseScenario(JSON.stringify({ ...FULL, ...change }));
  return read.ok ? [] : read.error.map(({ path }) => path);
}

describe('scenarios', () => {
  it('DOM-90 DOM-91 are read with everything that they name', () => {
    expect(parseScenario(JSON.stringify(FULL))).toEqual({ ok: true, value: FULL });
  });

  it('DOM-90 DOM-91 come back from a file as they went in, byte for byte', () => {
    const blank = blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'Follow-up' });
    const text = serializeCadenceFile({ ...blank, scenarios: [FULL] });
    const read = parseCadenceFile(text);
    expect(read.ok && read.value.scenarios).toEqual([FULL]);
    expect(read.ok && serializeCadenceFile(read.value)).toBe(text);
  });

  it.each<Arrivals>([
    { type: 'atOnce' },
    { type: 'even', over: { amount: 3, unit: 'weeks' } },
    { type: 'curve', perDay: [10, 0.5] },
    { type: 'curve', perDay: [10], byHour: new Array<number>(24).fill(1) },
    { type: 'poisson', perHour: 3 },
    { type: 'list', at: ['2026-01-05T09:00'] },
    { type: 'leads', leads: [{ at: '2026-01-05T09:00', fields: { a: null }, segment: 'key' }] }
  ])('DOM-92 leads may arrive by %j', (arrivals) => {
    const read = parseScenario(JSON.stringify({ ...FULL, arrivals }));
    expect(read.ok && read.value.arrivals).toEqual(arrivals);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a seed that is no number', { seed: 'one' }, 'seed'],
    ['too many leads', { leads: 1e9 }, 'leads'],
    ['no replication', { replications: 0 }, 'replications'],
    ['an unknown order', { queue: 'lifo' }, 'queue'],
    ['an unknown property', { speed: 9 }, 'speed'],
    ['half a person', { people: [{ ...FULL.people?.[0], count: 0.5 }] }, 'people[0].count'],
    [
      'leave that ends before it begins',
      { people: [{ ...FULL.people?.[0], leave: [{ from: '2026-01-13', to: '2026-01-12' }] }] },
      'people[0].leave[0]'
    ],
    [
      'negative effort',
      { steps: { call: { effort: { type: 'constant', value: -1 } } } },
      'steps.call.effort.value'
    ],
    [
      'a chance above 1',
      { steps: { call: { outcomes: [{ disposition: 'a', chance: 1.01 }] } } },
      'steps.call.outcomes[0].chance'
    ],
    [
      'a real lead at no time',
      { arrivals: { type: 'leads', leads: [{ at: 'soon', fields: {} }] } },
      'arrivals.leads[0].at'
    ],
    [
      'a quota of an unknown channel',
      { quotas: [{ ...FULL.quotas?.[0], channel: 'pigeon' }] },
      'quotas[0].channel'
    ]
  ])('DOM-90 %s is refused with its path', (_, change, path) => {
    expect(faults(change)).toEqual([path]);
  });

  it('DOM-90 what is no JSON, and what is no scenario, is refused', () => {
    expect(parseScenario('{').ok).toBe(false);
    expect(parseScenario('[]').ok).toBe(false);
    expect(parseScenario('{"__proto__":{}}').ok).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { Scenario } from '$lib/domain';
import { call, cadenceOf, entry, exit, sixSteps } from '$tests/support/cadences';
import { programOf } from '$tests/support/files';
import { scenarioFor } from '$tests/support/scenarios';
import { modelOf, type ModelOptions } from './model';

const cadence = sixSteps();
const program = programOf(cadence);
const scenario = scenarioFor(cadence);

function pathsOf(change: Partial<Scenario>, options: ModelOptions = {}): readonly string[] {
  const model = modelOf(program, { ...scenario, ...change }, options);
  return model.ok ? [] : model.error.map(({ path }) => path);
}

const interested = { disposition: 'interested', chance: 0.5 };
const everybody = { id: 's', name: 'S', weight: 1, fields: {} };
const at = '2026-01-05T09:00';

describe('a scenario that makes no sense, or does not fit', () => {
  it('SIM-11 fits as it is', () => {
    expect(pathsOf({})).toEqual([]);
  });

  it.each<[string, ModelOptions, string]>([
    ['no leads', { leads: 0 }, 'leads'],
    ['half a lead', { leads: 1.5 }, 'leads'],
    ['too many leads', { leads: 1e9 }, 'leads'],
    ['a broken start', { start: 'tomorrow' }, 'start'],
    ['a start on no day', { start: '2026-02-30T09:00' }, 'start'],
    ['a start at no time', { start: '2026-01-05T24:00' }, 'start'],
    ['a broken seed', { seed: 0.5 }, 'seed'],
    ['a seed that is no number', { seed: NaN }, 'seed']
  ])('SIM-11 %s is refused with its place', (_, options, path) => {
    expect(pathsOf({}, options)).toEqual([path]);
  });

  it.each<[string, Partial<Scenario>, string]>([
    ['no replications', { replications: 0 }, 'replications'],
    ['too many leads in all', { leads: 10_000_000, replications: 11 }, 'replications'],
    ['a warm-up of everybody', { warmUp: scenario.leads }, 'warmUp'],
    ['a negative warm-up', { warmUp: -1 }, 'warmUp'],
    ['a negative deal', { dealValue: -1 }, 'dealValue']
  ])('SIM-11 %s is refused with its place', (_, change, path) => {
    expect(pathsOf(change)).toEqual([path]);
  });

  it.each<[string, Scenario['steps'], string]>([
    ['a step that is not there', { gone: {} }, 'steps.gone'],
    ['effort of a wait', { 'wait-1': { effort: { type: 'constant', value: 1 } } }, 'steps.wait-1'],
    ['a skill for a wait', { 'wait-1': { skill: 'french' } }, 'steps.wait-1'],
    ['a negative cost', { 'call-1': { cost: -1 } }, 'steps.call-1.cost'],
    [
      'negative effort',
      { 'call-1': { effort: { type: 'constant', value: -1 } } },
      'steps.call-1.effort'
    ],
    [
      'a bad effort',
      { 'call-1': { effort: { type: 'exponential', mean: 0 } } },
      'steps.call-1.effort'
    ],
    [
      'a bad delay',
      { 'call-1': { delay: { distribution: { type: 'empirical', values: [] }, unit: 'hours' } } },
      'steps.call-1.delay'
    ],
    [
      'a disposition that is not offered',
      { 'email-1': { outcomes: [interested] } },
      'steps.email-1.outcomes[0]'
    ],
    [
      'a chance above 1',
      { 'call-1': { outcomes: [{ ...interested, chance: 1.5 }] } },
      'steps.call-1.outcomes'
    ],
    [
      'a chance below 0',
      { 'call-1': { outcomes: [{ ...interested, chance: -0.5 }] } },
      'steps.call-1.outcomes'
    ],
    [
      'chances above 1 together',
      {
        'call-1': {
          outcomes: [
            { ...interested, chance: 0.6 },
            { disposition: 'no-answer', chance: 0.6 }
          ]
        }
      },
      'steps.call-1.outcomes'
    ],
    [
      'a chance for a segment that is not there',
      { 'call-1': { outcomes: [{ ...interested, bySegment: { north: 0.1 } }] } },
      'steps.call-1.outcomes[0].bySegment.north'
    ]
  ])('SIM-11 SIM-66 %s is refused with its place', (_, steps, path) => {
    expect(pathsOf({ steps })).toEqual([path]);
  });

  it('SIM-11 chances that are above 1 in one segment alone are refused', () => {
    const outcomes = [{ ...interested, bySegment: { s: 1.1 } }];
    expect(pathsOf({ segments: [everybody], steps: { 'call-1': { outcomes } } })).toEqual([
      'steps.call-1.outcomes'
    ]);
  });

  it.each<[string, Scenario['segments'] & object, string]>([
    ['segments without weight', [{ ...everybody, weight: 0 }], 'segments'],
    ['a negative weight', [{ ...everybody, weight: -1 }, everybody], 'segments[0].weight'],
    ['a negative deal', [{ ...everybody, dealValue: -1 }], 'segments[0].dealValue'],
    ['an unknown field', [{ ...everybody, fields: { shoe: 43 } }], 'segments[0].fields.shoe']
  ])('SIM-11 SIM-66 %s is refused with its place', (_, segments, path) => {
    expect(pathsOf({ segments })).toContain(path);
  });

  it('SIM-66 fields that the engine knows by itself need no place in the cadence', () => {
    const fields = { name: 'Ada', timezone: 'Europe/Berlin', email: 'a@b.example', phone: '1' };
    expect(pathsOf({ segments: [{ ...everybody, fields }] })).toEqual([]);
  });

  it.each<[string, Scenario['arrivals'], string]>([
    ['over no time', { type: 'even', over: { amount: 0, unit: 'days' } }, 'arrivals.over'],
    ['of nobody', { type: 'curve', perDay: [0] }, 'arrivals.perDay'],
    ['of less than nobody', { type: 'curve', perDay: [-1, 5] }, 'arrivals.perDay'],
    ['that take for ever', { type: 'curve', perDay: [1e-300] }, 'arrivals.perDay'],
    ['of a short day', { type: 'curve', perDay: [9], byHour: [1, 2] }, 'arrivals.byHour'],
    [
      'at no hour',
      { type: 'curve', perDay: [9], byHour: new Array<number>(24).fill(0) },
      'arrivals.byHour'
    ],
    ['at random, never', { type: 'poisson', perHour: 0 }, 'arrivals.perHour'],
    ['at random, for ever', { type: 'poisson', perHour: 1e-9 }, 'arrivals.perHour'],
    ['on an empty list', { type: 'list', at: [] }, 'arrivals.at'],
    ['at no time', { type: 'list', at: [at, 'now'] }, 'arrivals.at[1]'],
    [
      'of a segment that is not there',
      { type: 'leads', leads: [{ at, fields: {}, segment: 'x' }] },
      'arrivals.leads[0].segment'
    ],
    [
      'with an unknown field',
      { type: 'leads', leads: [{ at, fields: { shoe: 43 } }] },
      'arrivals.leads[0].fields.shoe'
    ]
  ])('SIM-11 SIM-66 arrivals %s are refused with their place', (_, arrivals, path) => {
    expect(pathsOf({ arrivals })).toEqual([path]);
  });

  it('SIM-65 more leads than there are real ones are refused', () => {
    const arrivals = { type: 'leads', leads: [{ at, fields: {} }] } as const;
    expect(pathsOf({ arrivals }, { leads: 2 })).toEqual(['leads']);
    expect(pathsOf({ arrivals, leads: 100 })).toEqual([]);
  });

  it('SIM-11 more counts than fit into memory are refused before anything is counted', () => {
    const names = Array.from({ length: 100 }, (_, i) => `call-${i}`);
    const long = cadenceOf(
      [entry(), ...names.map((name) => call(name)), exit('done')],
      ['start', ...names].map((name, i) => `${name} > ${names[i] ?? 'done'}`)
    );
    const segments = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...everybody, id }));
    const replicated = (replications: number) =>
      modelOf(programOf(long), { ...scenarioFor(long), segments, replications });
    expect(replicated(20).ok).toBe(true);
    const refused = replicated(200);
    expect(refused.ok ? [] : refused.error.map(({ path }) => path)).toEqual(['replications']);
  });

  it('SIM-11 everything that is wrong is told at once', () => {
    expect(pathsOf({ warmUp: -1, steps: { gone: {} } }, { seed: NaN }).toSorted()).toEqual([
      'seed',
      'steps.gone',
      'warmUp'
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  blankCadenceFile,
  FACT_FORMS,
  newNode,
  operatorsFor,
  readFactName,
  valueTypeOf,
  writeFactName,
  type Cadence,
  type FactName
} from '$lib/domain';
import { choiceOf, factOptions, firstFactOf } from './fact-choice';
import { partsOf } from './fact-parameters';
import { readValue, valueFor, valuesOf } from './fact-values';
import { withFact, withOperator } from './rows';
import { signalsOf } from './signals';

const cadence: Cadence = {
  ...blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'X' }).cadence,
  nodes: [
    newNode('entry', 'start'),
    newNode('stage', 'prospecting', { name: 'Prospecting' }),
    newNode('action', 'email-1')
  ],
  fields: [
    { id: 'region', name: 'Region', type: 'choice', choices: ['north', 'south'] },
    { id: 'since', name: 'Customer since', type: 'date' }
  ],
  handlers: [
    {
      id: 'h',
      name: 'On reply',
      on: { type: 'signal', signal: 'reply' },
      effect: { type: 'exit', to: 'won' }
    }
  ]
};

function known(fact: string): FactName {
  const name = readFactName(fact);
  if (!name) throw new Error(`${fact} is no fact`);
  return name;
}

describe('facts to choose from', () => {
  const options = factOptions(cadence, 'stage');

  it('ED-21 are all there are, in groups, and each begins with one that is known', () => {
    const families = new Set(
      options.map(({ value }) => readFactName(firstFactOf(value, cadence))?.family)
    );
    expect([...families].sort()).toEqual(FACT_FORMS.map(({ family }) => family).sort());
    expect(new Set(options.map(({ group }) => group)).size).toBe(7);
    for (const { value } of options) expect(choiceOf(firstFactOf(value, cadence))).toBe(value);
  });

  it('begin with what the cadence has', () => {
    expect(firstFactOf('step', cadence)).toBe('step.email-1.disposition');
    expect(firstFactOf('visits', cadence)).toBe('visits.start');
    expect(firstFactOf('seen', cadence)).toBe('seen.reply');
    expect(signalsOf(cadence)).toEqual(['reply']);
    expect(firstFactOf('seen', { ...cadence, handlers: [] })).toBe('seen.reply');
  });

  it('cannot be about steps where there are none', () => {
    const dead = factOptions({ ...cadence, nodes: [] }, 'stage').filter((each) => each.disabled);
    expect(dead.map(({ value }) => value)).toEqual(['step', 'done', 'visits']);
    expect(options.some(({ disabled }) => disabled)).toBe(false);
  });

  it('ED-21 keep one that is not known, and say so', () => {
    expect(factOptions(cadence, 'lead.gone')[0]).toEqual({
      value: 'lead.gone',
      label: 'gone (unknown)'
    });
    expect(factOptions(cadence, 'made.up')[0]?.value).toBe('made.up');
    expect(firstFactOf('made.up', cadence)).toBe('made.up');
  });
});

describe('parts of a fact', () => {
  it('ED-21 every choice of every part names a fact', () => {
    for (const { family, first, parameters } of FACT_FORMS) {
      const name = known(firstFactOf(family === 'lead' ? 'lead.region' : family, cadence));
      const parts = partsOf(name);
      const elsewhere = new Set(['field', 'signal', 'action', 'step']);
      expect(parts).toHaveLength(parameters.filter((each) => !elsewhere.has(each)).length);
      for (const { value, options, choose } of parts) {
        expect(options.map((option) => option.value)).toContain(value);
        for (const option of options) {
          const next = choose(option.value);
          expect(next.family).toBe(first.family);
          expect(readFactName(writeFactName(next))).toEqual(next);
        }
      }
    }
  });

  it('tell follow-ups apart only among completed touches', () => {
    const name = known('count.email.completed.followUp@lifetime@7bd');
    const labels = (each: FactName) => partsOf(each).map(({ label }) => label);
    const bounced = partsOf(name)[1]?.choose('bounced') ?? name;
    expect(writeFactName(bounced)).toBe('count.email.bounced@lifetime@7bd');
    expect(labels(name)).toEqual(['Channel', 'What became of them', 'Which touches']);
    expect(labels(bounced)).toEqual(['Channel', 'What became of them']);
  });
});

describe('values that fit', () => {
  const region = valuesOf('lead.region', cadence);

  it('are of the type of the fact', () => {
    expect(region.options?.map(({ value }) => value)).toEqual(['north', 'south']);
    expect(valuesOf('stage', cadence).options).toEqual([
      { value: 'prospecting', label: 'Prospecting' }
    ]);
    expect(valuesOf('seen.reply', cadence).options?.map(({ label }) => label)).toEqual([
      'seen',
      'not seen'
    ]);
    expect(valuesOf('lead.since', cadence)).toEqual({ type: 'date', options: null });
    expect(valuesOf('made.up', cadence)).toEqual({ type: 'text', options: null });
  });

  it('ED-21 can be compared by what is likeliest, whatever the fact', () => {
    for (const { value } of factOptions(cadence, 'stage')) {
      const fact = firstFactOf(value, cadence);
      const type = valueTypeOf(known(fact), cadence.fields);
      for (const operator of operatorsFor(type)) {
        const first = valueFor(valuesOf(fact, cadence), operator, null);
        expect(first).toEqual(valueFor(valuesOf(fact, cadence), operator, first));
      }
    }
  });

  it('stay with their operator where another fact has the same type', () => {
    const row = { type: 'row', fact: 'count.touches', operator: '$lt', value: 4 } as const;
    const days = withFact(row, 'days.enrolled', cadence);
    expect(days).toEqual({ ...row, fact: 'days.enrolled' });
    expect(withFact(row, 'stage', cadence)).toEqual({
      ...row,
      fact: 'stage',
      operator: '$eq',
      value: 'prospecting'
    });
    expect(withOperator(row, '$exists', cadence)).toEqual({
      ...row,
      operator: '$exists',
      value: true
    });
  });

  it('keep what fits and replace what does not', () => {
    expect(valueFor(region, '$eq', 'south')).toBe('south');
    expect(valueFor(region, '$eq', 12)).toBe('north');
    expect(valueFor({ type: 'number', options: null }, '$gte', 'south')).toBe(1);
    expect(valueFor({ type: 'number', options: null }, '$gte', 4)).toBe(4);
  });

  it('turn one value into a list and back', () => {
    expect(valueFor(region, '$in', 'south')).toEqual(['south']);
    expect(valueFor(region, '$in', ['south', 'west'])).toEqual(['south']);
    expect(valueFor(region, '$eq', ['south', 'north'])).toBe('south');
    expect(valueFor(region, '$exists', 'south')).toBe(true);
  });

  it('ED-22 are read as their type, or not at all', () => {
    expect(readValue('3.5', 'number')).toBe(3.5);
    expect(readValue('soon', 'number')).toBeNull();
    expect(readValue('', 'number')).toBeNull();
    expect(readValue('false', 'boolean')).toBe(false);
    expect(readValue('12', 'text')).toBe('12');
  });
});

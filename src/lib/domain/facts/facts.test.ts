import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../kinds/action';
import { DURATION_UNITS } from '../duration';
import { FACT_FORMS, operatorsFor, valueTypeOf } from './fact-forms';
import { COUNTED, readFactName, SINCE, writeFactName, type FactName } from './fact-name';

const slug = fc.constantFrom('a', 'call-2', 'x9');
const channel = fc.constantFrom(...CHANNELS);
const reach = fc.record({
  lifetime: fc.boolean(),
  window: fc.option(
    fc.record({
      amount: fc.integer({ min: 1, max: 999 }),
      unit: fc.constantFrom(...DURATION_UNITS)
    })
  )
});

const anyName: fc.Arbitrary<FactName> = fc.oneof(
  slug.map((field): FactName => ({ family: 'lead', field })),
  fc
    .record({ channel, counted: fc.constantFrom(...COUNTED), followUp: fc.boolean(), reach })
    .map((rest): FactName => ({
      family: 'count',
      ...rest,
      followUp: rest.followUp && rest.counted === 'completed'
    })),
  reach.map((each): FactName => ({ family: 'touches', reach: each })),
  fc.constant<FactName>({ family: 'enrollments' }),
  fc.option(channel).map((each): FactName => ({ family: 'last', channel: each })),
  fc
    .tuple(fc.constantFrom('step' as const, 'done' as const, 'visits' as const), slug)
    .map(([family, node]): FactName => ({ family, node })),
  fc
    .tuple(slug, reach)
    .map(([signal, each]): FactName => ({ family: 'seen', signal, reach: each })),
  fc
    .tuple(fc.constantFrom(...SINCE), fc.constantFrom('days' as const, 'businessDays' as const))
    .map(([what, unit]): FactName => ({ family: 'since', what, unit })),
  fc.constant<FactName>({ family: 'stage' })
);

describe('names of facts', () => {
  it('DOM-79 are read as they were written, for every fact there is', () => {
    const families = new Set<string>();
    fc.assert(
      fc.property(anyName, (name) => {
        families.add(name.family);
        expect(readFactName(writeFactName(name))).toEqual(name);
      }),
      { seed: 20261123, numRuns: 500 }
    );
    expect([...families].sort()).toEqual(FACT_FORMS.map(({ family }) => family).sort());
  });

  it.each([
    '',
    'lead',
    'lead.a.b',
    'lead.A',
    'lead.a@lifetime',
    'count.call',
    'count.fax.completed',
    'count.call.skipped.followUp',
    'count.call.sent',
    'count.touches.x',
    'count.call.completed@7x',
    'count.call.completed@0d',
    'count.call.completed@7d@lifetime',
    'last.fax.disposition',
    'last.disposition.x',
    'step.a',
    'days.ever',
    'stage.a',
    'stage@lifetime',
    'seen.reply@7bd@7bd',
    'made.up'
  ])('DOM-79 anything else is no fact: %j', (text) => {
    expect(readFactName(text)).toBeNull();
  });

  it('DOM-79 an email that was sent was completed', () => {
    expect(readFactName('count.email.sent.followUp@lifetime')).toEqual(
      readFactName('count.email.completed.followUp@lifetime')
    );
  });
});

describe('facts in pickers', () => {
  it('DOM-80 each family has a label, a fact to begin with, and comparisons that fit its values', () => {
    expect(new Set(FACT_FORMS.map(({ label }) => label)).size).toBe(FACT_FORMS.length);
    for (const { family, first, value, reach: far } of FACT_FORMS) {
      expect(first.family).toBe(family);
      expect('reach' in first).toBe(far);
      const type = valueTypeOf(first, []);
      expect(type).toBe(value ?? 'text');
      expect(operatorsFor(type)).toContain('$exists');
    }
    const fields = [{ id: 'age', name: 'Age', type: 'number' as const }];
    expect(valueTypeOf({ family: 'lead', field: 'age' }, fields)).toBe('number');
    expect(operatorsFor('number')).toContain('$gte');
    expect(operatorsFor('disposition')).not.toContain('$gte');
    expect(operatorsFor('boolean')).toEqual(['$eq', '$exists']);
  });
});

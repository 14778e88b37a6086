import { describe, expect, it } from 'vitest';
import { blankCadenceFile, newNode, type Channel, type Condition } from '$lib/domain';
import { fromRows, toRows } from './condition-rows';
import { factOptions, operatorsFor, valueFor, type FactOption } from './facts';

describe('conditions as lines', () => {
  it.each<Condition>([
    { 'lead.region': 'north' },
    { 'lead.region': 'north', 'count.touches': { $gte: 2 } },
    { $and: [{ 'count.touches': { $gte: 2 } }, { 'count.touches': { $lt: 5 } }] },
    { 'last.disposition': { $in: ['interested', 'call-back'] } },
    { 'lead.email': { $exists: false } }
  ])('ED-21 come back as they were: %j', (condition) => {
    const rows = toRows(condition);
    expect(rows && fromRows(rows)).toEqual(condition);
  });

  it('ED-21 two tests of one fact stand beside each other', () => {
    const rows = toRows({ 'count.touches': { $gte: 2, $lt: 5 } });
    expect(rows && fromRows(rows)).toEqual({
      $and: [{ 'count.touches': { $gte: 2 } }, { 'count.touches': { $lt: 5 } }]
    });
  });

  it.each<Condition>([
    { $or: [{ a: 1 }, { b: 2 }] },
    { $not: { a: 1 } },
    { $nor: [{ a: 1 }] },
    { $and: [{ a: 1 }, { $or: [{ b: 1 }] }] }
  ])('ED-21 say no to what lines cannot say: %j', (condition) => {
    expect(toRows(condition)).toBeNull();
  });
});

describe('facts that are offered', () => {
  it('are in the plural where they count', () => {
    const names = (channel: Channel) => {
      const { cadence } = blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'X' });
      const nodes = [newNode('action', 'a', { channel })];
      return factOptions({ ...cadence, nodes }).flatMap(({ name }) =>
        name.endsWith(' done') ? [name] : []
      );
    };
    expect(names('call')).toEqual(['Calls done', 'Follow-up calls done']);
    expect(names('sms')).toEqual(['SMS done', 'Follow-up SMS done']);
    expect(names('social')).toEqual(['Social touches done', 'Follow-up social touches done']);
  });
});

describe('values that fit', () => {
  const region: FactOption = {
    fact: 'lead.region',
    name: 'Region',
    type: 'choice',
    choices: [
      { value: 'north', label: 'North' },
      { value: 'south', label: 'South' }
    ]
  };

  it('keeps a value that fits and replaces one that does not', () => {
    expect(valueFor(region, '$eq', 'south')).toBe('south');
    expect(valueFor(region, '$eq', 12)).toBe('north');
    expect(valueFor({ ...region, type: 'number' }, '$gte', 'south')).toBe(1);
  });

  it('turns one value into a list and back', () => {
    expect(valueFor(region, '$in', 'south')).toEqual(['south']);
    expect(valueFor(region, '$eq', ['south', 'north'])).toBe('south');
    expect(valueFor(region, '$exists', 'south')).toBe(true);
  });

  it('offers only comparisons that make sense', () => {
    expect(operatorsFor('boolean')).toEqual(['$eq', '$exists']);
    expect(operatorsFor('text')).not.toContain('$gt');
  });
});

import { describe, expect, it } from 'vitest';
import type { Cadence, CadenceNode } from '$lib/domain';
import { call, entry, exit } from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';

const DAY = { amount: 1, unit: 'days' } as const;

function programWith(rest: Partial<Cadence>, start: CadenceNode = entry()) {
  return programOf([start, call('call'), exit('end')], ['start > call', 'call > end'], rest);
}

describe('entrySpec', () => {
  it('CMP-82 without a word a lead may come again after the last run has ended', () => {
    expect(programWith({}).entry).toEqual({
      criteria: null,
      criteriaText: '',
      requiredFields: [],
      signals: [],
      reEntry: 'afterExit',
      reEntryAfter: null
    });
  });

  it('CMP-82 carries criteria, required fields, signals and the policy', () => {
    const start = entry('start', {
      criteria: { 'lead.region': 'north' },
      signals: ['form', 'call-in', 'form'],
      reEntry: { policy: 'always', after: DAY }
    });
    const fields: Cadence['fields'] = [
      { id: 'region', name: 'Region', type: 'text' },
      { id: 'phone', name: 'Phone', type: 'text', required: true },
      { id: 'email', name: 'Email', type: 'text', required: false }
    ];
    const program = programWith({ fields }, start);
    expect(program.entry).toEqual({
      criteria: {
        type: 'compare',
        fact: { type: 'field', field: 'region' },
        op: '$eq',
        value: 'north'
      },
      criteriaText: 'Region is “north”',
      requiredFields: ['phone'],
      signals: [1, 0],
      reEntry: 'always',
      reEntryAfter: DAY
    });
    expect(program.fields.map(({ id }) => id)).toEqual(['region', 'phone', 'email']);
  });
});

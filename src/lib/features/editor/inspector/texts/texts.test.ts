import { describe, expect, it } from 'vitest';
import type { LeadField } from '$lib/domain';
import { inventLeads } from '../sample/invent';
import { filled, filledText, missingWords } from './filled';
import { completeField, faultsOf } from './merge-text';
import { smsLength, smsWords } from './sms-length';

const FIELDS: readonly LeadField[] = [
  { id: 'first-name', name: 'First name', type: 'text', required: true },
  { id: 'company', name: 'Company', type: 'text' },
  { id: 'renewal', name: 'Renewal date', type: 'date' }
];
const ADA = { 'first-name': 'Ada', company: 'Analytical Engines' };

describe('merge fields while they are written', () => {
  it('ED-94 an open placeholder offers the fields that fit, with the value of the sample lead', () => {
    expect(completeField('Hi {{', 5, FIELDS, ADA)?.suggestions.map(({ note }) => note)).toEqual([
      'Ada',
      'Analytical Engines',
      'not known'
    ]);
    expect(completeField('Hi {{lead.comp', 14, FIELDS, ADA)).toMatchObject({
      from: 3,
      to: 14,
      suggestions: [{ value: '{{lead.company}}', label: 'Company' }]
    });
  });

  it('ED-94 what is written over ends with its braces; closed ones offer nothing', () => {
    expect(completeField('Hi {{co}} there', 7, FIELDS, ADA)).toMatchObject({ from: 3, to: 9 });
    expect(completeField('Hi {{lead.company}} ', 20, FIELDS, ADA)).toBeNull();
    expect(completeField('Hi', 2, FIELDS, ADA)).toBeNull();
  });

  it.each([
    ['{{lead.frist-name|there}}', 'First name', '{{lead.first-name|there}}', 'frist-name'],
    ['{{first_name}}', 'First name', '{{lead.first-name}}', null],
    ['{{Renewal date}}', 'Renewal date', '{{lead.renewal}}', 'renewal-date'],
    ['{{lead.budget}}', null, null, 'budget'],
    ['{{}}', null, null, null]
  ])('ED-95 %j names no field: %j may be meant', (text, name, meant, added) => {
    const [fault, ...more] = faultsOf(`Hi ${text}, ${text}`, FIELDS);
    expect(more).toEqual([]);
    expect(fault?.meant?.name ?? null).toBe(name);
    expect(fault?.meant?.text ?? null).toBe(meant);
    expect(fault?.added?.field.id ?? null).toBe(added);
  });
});

describe('a text as a lead gets it', () => {
  it('ED-96 values, what stands in for them, and what is missing with what happens then', () => {
    const parts = filled(
      'Hi {{lead.first-name}} of {{lead.company|your firm}}, {{lead.renewal}}',
      FIELDS,
      {
        'first-name': 'Ada'
      }
    );
    expect(filledText(parts)).toBe('Hi Ada of your firm, [Renewal date]');
    expect(missingWords(parts, 'Ada', 'skip')).toMatch(
      /^Renewal date of Ada is not known: the step is skipped/
    );
    expect(missingWords(filled('Hi', FIELDS, {}), 'Ada', undefined)).toBeNull();
  });

  it.each([
    ['', 0, 0],
    ['a'.repeat(160), 160, 1],
    ['a'.repeat(161), 161, 2],
    ['€'.repeat(80), 160, 1],
    ['€'.repeat(81), 162, 2],
    [`${'a'.repeat(70)}ą`, 71, 2],
    ['ą'.repeat(70), 70, 1]
  ])('ED-97 %j is so long', (text, characters, messages) => {
    expect(smsLength(text)).toMatchObject({ characters, messages });
  });

  it('ED-97 says which letter makes messages shorter', () => {
    expect(smsWords(`${'a'.repeat(70)}ą`)).toBe(
      '71 characters, 2 messages: “ą” makes each shorter'
    );
  });
});

describe('invented leads', () => {
  it('ED-98 have something in every field, of its type, and one lacks what is not required', () => {
    const leads = inventLeads([
      ...FIELDS,
      { id: 'vip', name: 'VIP', type: 'boolean' },
      { id: 'size', name: 'Employees', type: 'number' },
      { id: 'region', name: 'Region', type: 'choice', choices: ['north', 'south'] },
      { id: 'color', name: 'Favorite color', type: 'text' }
    ]);
    expect(leads[0]?.values).toEqual({
      'first-name': 'Ada',
      company: 'Analytical Engines',
      renewal: '2026-03-02',
      vip: true,
      size: 120,
      region: 'north',
      color: 'Favorite color of Ada'
    });
    expect(leads.at(-1)?.values).toEqual({ 'first-name': 'Ada' });
  });
});

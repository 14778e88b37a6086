import { describe, expect, it } from 'vitest';
import { blankCadenceFile } from '../blank';
import { serializeCadenceFile } from '../version';
import { locateJsonError } from './locate-json-error';
import { parseCadenceFile, parseCadenceValue } from './parse-cadence';
import { parseLeadEvent } from './parse-event';

const FILE = blankCadenceFile({ id: '01k3v9abcdefghjkmnpqrstvwx', name: 'Follow-up' });

const STAGE = { id: 's', kind: 'stage', name: 'S' };

/** So many items that differ in their ids; `name` null: without names. */
function items(count: number, rest: object, name: string | null = '') {
  return Array.from({ length: count }, (_, i) => ({
    id: `i${i}`,
    ...(name === null ? {} : { name }),
    ...rest
  }));
}

function firstFault(text: string): string {
  const result = parseCadenceFile(text);
  if (result.ok) throw new Error('was accepted');
  expect(result.error.length).toBeLessThanOrEqual(100);
  const { path, message } = result.error[0] ?? { path: '', message: '' };
  return path === '' ? message : `${path}: ${message}`;
}

describe('hostile input', () => {
  it('DOM-10 refuses 20 MB unread', () => {
    expect(firstFault('{'.padEnd(20_000_000))).toBe(
      'The file is too large: 20.0 million characters, at most 8 are read.'
    );
  });

  it('DOM-11 says where a text stops being JSON', () => {
    expect(firstFault('')).toBe('The file is empty.');
    expect(firstFault('{"a": 1')).toBe('The file is not JSON: it ends too early.');
    expect(firstFault('{\n  "a": [1,]\n}')).toBe(
      'The file is not JSON: "]" cannot stand in line 2, column 11.'
    );
    expect(firstFault('PK\u0003\u0004')).toBe(
      'The file is not JSON: "P" cannot stand in line 1, column 1.'
    );
  });

  it.each([
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['[1 2]', 3],
    ['[01]', 2],
    ['["\n"]', 2],
    ['["\\x"]', 3],
    ['"abc', 4],
    ['[tru]', 1],
    ['{} {}', 3],
    ['[}', 1],
    ['-', 0]
  ])('DOM-11 finds the place in %j', (text, place) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(locateJsonError(text)).toBe(place);
  });

  it.each<[string, object, string]>([
    [
      'handlers',
      {
        handlers: items(201, {
          on: { type: 'signal', signal: 'x' },
          effect: { type: 'exit', to: 'end' }
        })
      },
      'cadence.handlers: has more than 200 items'
    ],
    ['moves', { moves: items(201, { to: 'end' }) }, 'cadence.moves: has more than 200 items'],
    ['roles', { roles: items(201, {}) }, 'cadence.roles: has more than 200 items'],
    [
      'time zones',
      { contactWindow: { hours: FILE.cadence.calendar, zones: Array(51).fill('UTC') } },
      'cadence.contactWindow.zones: has more than 50 items'
    ],
    [
      'items to tick',
      { nodes: [{ ...STAGE, checklist: items(32, { text: '', mandatory: true }, null) }] },
      'cadence.nodes[0].checklist: has more than 31 items'
    ],
    [
      'time limits',
      {
        nodes: [
          { ...STAGE, sla: items(32, { after: { amount: 1, unit: 'days' }, action: 'warn' }, null) }
        ]
      },
      'cadence.nodes[0].sla: has more than 31 items'
    ]
  ])('DOM-15 refuses too many %s', (_what, part, words) => {
    const cadence = { ...FILE.cadence, edges: [], ...part };
    expect(firstFault(JSON.stringify({ ...FILE, cadence }))).toBe(words);
  });

  it('DOM-7 refuses a zone of leads that is none', () => {
    const contactWindow = { hours: FILE.cadence.calendar, zones: ['Europe/Berlin', 'not a zone'] };
    const cadence = { ...FILE.cadence, contactWindow };
    expect(firstFault(JSON.stringify({ ...FILE, cadence }))).toBe(
      'cadence.contactWindow.zones[1]: must be a time zone like Europe/Berlin'
    );
  });

  it('DOM-12 refuses ten thousand nested levels', () => {
    const levels = 10_000;
    expect(firstFault('['.repeat(levels) + ']'.repeat(levels))).toMatch(
      /^\[0\]\[0\].*: is nested more than 64 levels deep$/
    );
    const deep = serializeCadenceFile(FILE).replace(
      '"name": "Start"',
      `"name": "Start", "criteria": ${'{"$not":'.repeat(levels)}{}${'}'.repeat(levels)}`
    );
    expect(firstFault(deep)).toMatch(/criteria\.\$not.*levels deep$/);
  });

  it('DOM-12 refuses too many values and too long texts', () => {
    expect(firstFault(`[${'1,'.repeat(500_000)}1]`)).toBe(
      'The file holds more than 500000 values.'
    );
    const long = structuredClone(FILE) as { cadence: { name: string } };
    long.cadence.name = 'x'.repeat(100_001);
    expect(firstFault(JSON.stringify(long))).toBe('cadence.name: is longer than 100000 characters');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('DOM-13 refuses a property %s', (key) => {
    const text = serializeCadenceFile(FILE);
    expect(
      firstFault(text.replace('"positions": {', `"positions": {"${key}": {"x": 1, "y": 1},`))
    ).toBe(`layout.positions.${key}: must not be called that`);
    expect(
      firstFault(text.replace('"steps": {', `"steps": {"a": {"${key}": {"polluted": true}}`))
    ).toBe(`scenarios[0].steps.a.${key}: must not be called that`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('DOM-4 DOM-13 refuses ids that would be keys every object has', () => {
    const text = serializeCadenceFile(FILE);
    expect(firstFault(text.replaceAll('"end"', '"constructor"'))).toMatch(
      /must not be called that$/
    );
    expect(firstFault(text.replace('"id": "rep"', '"id": "prototype"'))).toMatch(
      /^cadence.roles\[0\].id: /
    );
  });

  it('DOM-13 refuses what is not plain data', () => {
    for (const value of [undefined, () => 1, new Map(), { format: 1, cadence: new Date(0) }]) {
      expect(parseCadenceValue(value).ok).toBe(false);
    }
    expect(parseLeadEvent({ __proto__: { kind: 'set' } }).ok).toBe(false);
  });

  it('DOM-14 keeps scripts as the text they are', () => {
    const script = '"><img src=x onerror=alert(1)><script>alert(1)</script>{{constructor}}';
    const file = structuredClone(FILE);
    const hostile = {
      ...file,
      cadence: {
        ...file.cadence,
        name: script,
        nodes: file.cadence.nodes.map((node) => ({ ...node, name: script }))
      }
    };
    expect(parseCadenceFile(JSON.stringify(hostile))).toEqual({ ok: true, value: hostile });
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(parseCadenceFile('\uFEFF' + serializeCadenceFile(FILE)).ok).toBe(true);
  });
});

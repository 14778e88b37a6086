import { expect, it } from 'vitest';
import { EVENT_KINDS, type LeadEvent, type LeadEventKind } from '../event';
import { parseLeadEvent } from './parse-event';

const ULID = '01k3v9abcdefghjkmnpqrstvwx';
const AUTHOR = 'rita.k3j9x2m4ab';
const T = '1k80dsial-0000';
const ID = `${AUTHOR}.${T}`;
const RUN = { enrollment: `${ULID}~1` };
const STEP = { ...RUN, step: 'call-2#1' };
const VERSION = 'a'.repeat(64);

const PARTS: Record<LeadEventKind, object> = {
  enrolled: {
    ...RUN,
    cadence: ULID,
    version: VERSION,
    source: 'Fair',
    fields: { region: 'north' }
  },
  completed: {
    ...STEP,
    disposition: 'no-answer',
    sentiment: 'neutral',
    fields: { age: 3, vip: true, note: null },
    checklist: ['intro'],
    effort: 60_000,
    variant: 'a',
    until: 0
  },
  skipped: { ...STEP, reason: 'Holiday' },
  snoozed: { ...STEP, until: 1_767_603_600_000 },
  reassigned: { ...STEP, assignee: 'Sam' },
  signal: { ...STEP, signal: 'reply' },
  set: { field: 'region', value: null },
  approved: STEP,
  refused: { ...STEP, reason: 'Too dear' },
  moved: { ...RUN, to: 'call-2', checklist: ['known'] },
  paused: { ...RUN, reason: 'Leave' },
  resumed: { ...RUN, stops: [ID] },
  exited: { ...RUN, result: 'won' },
  migrated: { ...RUN, version: VERSION, map: { a: 'b', c: 'exit' } },
  corrected: { ref: ID },
  resolved: { ...STEP, chosen: ID },
  optedOut: { channels: ['call'] },
  acknowledged: { notice: 'n1' }
};

function make(kind: LeadEventKind, more: object = {}): unknown {
  const base = { id: ID, t: T, author: AUTHOR, parents: [], kind, engine: 1 };
  return { ...base, ...PARTS[kind], ...more };
}

function faults(value: unknown): readonly string[] {
  const result = parseLeadEvent(value);
  return result.ok ? [] : result.error.map(({ path, message }) => `${path}: ${message}`);
}

it.each(EVENT_KINDS)('DOM-60 accepts %s', (kind) => {
  const event = make(kind, { state: '9f3a0b1c', originalT: T, note: '<b>', parents: [ID] });
  expect(parseLeadEvent(event)).toEqual({ ok: true, value: event as LeadEvent });
});

it.each(EVENT_KINDS)('DOM-60 wants every part of %s, and no other', (kind) => {
  expect(faults(make(kind, { extra: 1 }))).toEqual(['extra: is not a known property']);
  expect(faults({ kind }).length).toBeGreaterThan(4);
});

it('DOM-60 names what is wrong', () => {
  expect(faults({ kind: 'guessed' })[0]).toMatch(/^kind: must be one of "enrolled", /);
  expect(faults(make('skipped', { step: 'call', t: 'now', enrollment: `${ULID}~0` }))).toEqual([
    't: must be a clock reading like 1k80dsial-0000',
    'enrollment: must be <cadence id>~<number>',
    'step: must be <node id>#<number>'
  ]);
});

it('DOM-61 wants the id to be of the author and the time', () => {
  expect(faults(make('set', { author: 'sam.k3j9x2m4ab' }))).toEqual([
    ': its id must be <author>.<t>'
  ]);
});

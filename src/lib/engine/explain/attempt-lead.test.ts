import { describe, expect, it } from 'vitest';
import { describeNotice, foldLead, type Attempt } from '$lib/engine';
import { cadenceOf, call, email, entry, exit, stage } from '$tests/support/cadences';
import {
  attempted,
  done,
  inputOf,
  keyOf,
  november,
  refusalSentence
} from '$tests/support/explained';

const rep = call('rep', {
  name: 'Rep call',
  dispositions: ['connected', 'interested'],
  routes: ['interested'],
  requiredFields: ['name'],
  checklist: [{ id: 'intro', text: 'Introduce yourself', mandatory: true }]
});
const cadence = cadenceOf(
  [
    entry(),
    stage('talks', {
      name: 'Talks',
      checklist: [{ id: 'need', text: 'Need is known', mandatory: true }]
    }),
    email('mail', { name: 'First email' }),
    rep,
    { id: 'boss', kind: 'action', name: 'Approval of the boss', channel: 'approval' },
    exit('won', 'won'),
    exit('end')
  ],
  [
    'start > talks',
    'talks > mail',
    'mail > rep',
    'rep:interested > won',
    'rep > boss',
    'boss > end',
    'boss:refused > end'
  ],
  { moves: [{ id: 'win', name: 'Sign at once', to: 'won' }] }
);
const key = keyOf(cadence);
const mailed = { cadence, events: [['20 10:30', done(cadence, 'mail#1')] as const] };
const complete = (step: string, more: object = {}): Attempt => ({
  type: 'complete',
  enrollment: key,
  step,
  ...more
});
const whole = {
  disposition: 'connected',
  fields: { name: 'Ada' },
  checklist: ['intro']
} as const;

describe('an attempt', () => {
  it('ENG-130 is allowed where the event would be followed', () => {
    expect(attempted({ cadence }, '20 11:00', complete('mail#1'))).toEqual({ allowed: true });
    expect(attempted(mailed, '20 11:00', complete('rep#1', whole))).toEqual({ allowed: true });
  });

  it('ENG-130 leaves no trace in what is given', () => {
    const input = inputOf(mailed);
    const before = JSON.stringify(foldLead(input, november('20 11:00')));
    attempted(mailed, '20 11:00', complete('rep#1', whole));
    expect(JSON.stringify(foldLead(input, november('20 11:00')))).toBe(before);
  });

  it('ENG-130 what cannot begin in another cadence forbids nothing in this one', () => {
    const to = { type: 'enroll', cadence: '01jd00000000000000000000bb', fields: [] } as const;
    const leading = cadenceOf(
      [
        entry(),
        call('call', { name: 'First call' }),
        { id: 'on', kind: 'handoff', name: 'Hand over', to, then: 'end' }
      ],
      ['start > call', 'call > on']
    );
    const skip = { type: 'skip', enrollment: keyOf(leading), step: 'call#1' } as const;
    expect(attempted({ cadence: leading }, '20 11:00', skip)).toEqual({ allowed: true });

    const parts = done(leading, 'call#1');
    const input = inputOf({ cadence: leading, events: [['20 11:00', parts]] });
    const [notice] = foldLead(input, november('20 12:00')).notices;
    const context = { events: input.events, programOf: () => null };
    expect(notice && describeNotice(notice, context)).toBe(
      'Rita completed “call”, and what was to follow in another cadence could not begin: this version of the cadence is not on this device, or has errors.'
    );
  });

  it('ENG-131 out of order: says what comes first', () => {
    const verdict = attempted({ cadence }, '20 11:00', complete('rep#1', whole));
    expect(verdict).toMatchObject({
      allowed: false,
      refusal: {
        code: 'notOpen',
        open: ['mail#1'],
        sentence: '“Rep call” is not open: “First email” comes first.',
        actions: [{ node: 'mail', earliest: november('20 11:00') }],
        earliest: november('20 11:00')
      }
    });
  });

  it('ENG-131 missing fields and items by name', () => {
    const without = complete('rep#1', { disposition: 'connected' });
    expect(refusalSentence(mailed, '20 11:00', without)).toBe(
      '“Rep call” is not complete: not ticked: “Introduce yourself”, not filled in: Name.'
    );
    expect(
      refusalSentence(mailed, '20 11:00', complete('rep#1', { ...whole, disposition: 'maybe' }))
    ).toBe('“Rep call” needs one of its own dispositions.');
  });

  it('ENG-131 what is settled, unknown or over', () => {
    expect(refusalSentence(mailed, '20 11:00', complete('mail#1'))).toBe(
      '“First email” is settled already.'
    );
    expect(refusalSentence(mailed, '20 11:00', complete('tango#1'))).toBe(
      'This cadence has no step “tango”.'
    );
    const stranger = { type: 'skip', enrollment: `${cadence.id}~9`, step: 'mail#1' } as const;
    expect(refusalSentence(mailed, '20 11:00', stranger)).toBe(
      'The lead was not enrolled under this key.'
    );
    const gone = { kind: 'exited', enrollment: key, result: 'lost' } as const;
    const over = { cadence, events: [['20 10:30', gone] as const] };
    expect(refusalSentence(over, '20 11:00', complete('mail#1'))).toBe('The enrollment has ended.');
    const out = { cadence, events: [['20 10:30', { kind: 'optedOut' }] as const] };
    expect(refusalSentence(out, '20 11:00', complete('mail#1'))).toBe(
      'The lead has opted out and must not be contacted.'
    );
  });

  it('ENG-131 only an approval settles an approval', () => {
    const told = {
      ...mailed,
      events: [...mailed.events, ['20 10:40', { ...done(cadence, 'rep#1'), ...whole }] as const]
    };
    expect(refusalSentence(told, '20 11:00', complete('boss#1'))).toBe(
      'Only an approval settles this step.'
    );
    const approve = { type: 'approve', enrollment: key, step: 'boss#1' } as const;
    expect(refusalSentence(told, '20 11:00', approve)).toBe('allowed');
    expect(refusalSentence(told, '20 11:00', { ...approve, type: 'refuse' })).toBe('allowed');
  });

  it('ENG-131 a move lists the open items of the stage; ticking them helps', () => {
    const move = { type: 'move', enrollment: key, move: 'win', to: 'won' } as const;
    expect(refusalSentence(mailed, '20 11:00', move)).toBe(
      'Sign at once: not ticked: “Need is known”.'
    );
    expect(refusalSentence(mailed, '20 11:00', { ...move, checklist: ['need'] })).toBe('allowed');
  });

  it('ENG-131 enrollment: again only later, and only the eligible', () => {
    const choosy = cadenceOf(
      [
        entry('start', {
          criteria: { 'lead.region': 'north' },
          reEntry: { policy: 'afterExit', after: { amount: 5, unit: 'businessDays' } }
        }),
        call('call'),
        exit('end')
      ],
      ['start > call', 'call > end'],
      { fields: [{ id: 'region', name: 'Region', type: 'text' }] }
    );
    const told = {
      cadence: choosy,
      fields: { region: 'north' },
      events: [['20 11:00', done(choosy, 'call#1')] as const]
    };
    const [program] = inputOf(told).programs.values();
    const enroll = { type: 'enroll', cadence: choosy.id, version: program?.version ?? '' } as const;
    expect(refusalSentence(told, '20 12:00', enroll)).toBe(
      'The lead can come in again from Fri 27 Nov 11:00.'
    );
    expect(refusalSentence(told, '27 11:00', enroll)).toBe('allowed');
    const moved = { kind: 'set', field: 'region', value: 'south' } as const;
    const south = { ...told, events: [...told.events, ['20 11:30', moved] as const] };
    expect(refusalSentence(south, '27 11:00', enroll)).toBe(
      'The lead cannot come in: Region is “south”, needs to be “north”.'
    );
    expect(refusalSentence(told, '27 11:00', { ...enroll, version: 'f'.repeat(64) })).toBe(
      'This version of the cadence is not on this device, or has errors.'
    );
  });
});

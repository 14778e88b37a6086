import { describe, expect, it } from 'vitest';
import type { LeadEvent } from '$lib/domain';
import { cadenceOf, call, entry, exit } from '$tests/support/cadences';
import { done, keyOf, november } from '$tests/support/explained';
import { programOf } from '$tests/support/files';
import { History, type EventParts } from '$tests/support/history';
import type { Notice, NoticeCode } from '../notice';
import { describeNotice } from './notice-words';

const cadence = cadenceOf(
  [
    entry(),
    call('call', { name: 'First call', dispositions: ['no-answer', 'interested'] }),
    exit('end')
  ],
  ['start > call', 'call > end']
);
const program = programOf(cadence);
const key = keyOf(cadence);

function eventBy(user: string, parts: EventParts): LeadEvent {
  const [event] = new History(`${user}.k3j9x2m4ab`).add(november('20 10:00'), parts).events;
  if (!event) throw new Error('no event');
  return event;
}

const said = eventBy('rita', done(cadence, 'call#1', 'interested'));
const other = eventBy('omar', done(cadence, 'call#1', 'no-answer'));
const set = eventBy('ines', { kind: 'set', field: 'name', value: 'Ada' });

function told(code: NoticeCode, event: LeadEvent = said, more: Partial<Notice> = {}): string {
  const notice: Notice = {
    code,
    event: event.id,
    other: other.id,
    enrollment: key,
    refusal: null,
    settled: false,
    ...more
  };
  return describeNotice(notice, { events: [said, other, set], programOf: () => program });
}

describe('notices as sentences', () => {
  it.each<[NoticeCode, string]>([
    ['duplicate', 'Rita completed “First call” as “Interested” once more; it counts once.'],
    [
      'conflict',
      'Rita completed “First call” as “Interested”, but omar completed “First call” as “No answer”: somebody should decide which counts.'
    ],
    [
      'notOpen',
      'Rita completed “First call” as “Interested”, but it was not open: the record is kept and changes nothing.'
    ],
    ['refused', 'Rita completed “First call” as “Interested”, which was not allowed.'],
    [
      'afterStop',
      'Rita completed “First call” as “Interested” without knowing that the lead had been taken out: it counts as activity only.'
    ],
    [
      'afterEnd',
      'Rita completed “First call” as “Interested” after the enrollment had ended: the record is kept and changes nothing.'
    ],
    [
      'offPath',
      'Rita completed “First call” as “Interested”, but the lead had gone another way by a record that was not known then: this one is kept and changes nothing.'
    ],
    [
      'unknownEnrollment',
      'Rita completed “First call” as “Interested” in an enrollment that nobody began.'
    ],
    [
      'newerApp',
      'Rita completed “First call” as “Interested” with a newer app: the enrollment is frozen until this one is updated.'
    ]
  ])('ENG-132 %s', (code, sentence) => {
    expect(told(code)).toBe(sentence);
  });

  it('ENG-132 fields by name, and why something was not allowed', () => {
    expect(told('fieldConflict', set, { other: null })).toBe(
      'Ines set Name, and somebody else did without knowing of it; the later value counts.'
    );
    const refusal = { code: 'needsApproval', unmet: [], open: [], from: null } as const;
    expect(told('refused', said, { refusal })).toBe(
      'Rita completed “First call” as “Interested”, which was not allowed: only an approval settles this step.'
    );
  });

  it('ENG-132 what is not at hand is still told', () => {
    const notice = { code: 'notOpen', event: 'x', other: null, enrollment: null } as const;
    expect(
      describeNotice(
        { ...notice, refusal: null, settled: false },
        { events: [], programOf: () => null }
      )
    ).toBe(
      'Somebody recorded something, but it was not open: the record is kept and changes nothing.'
    );
  });
});

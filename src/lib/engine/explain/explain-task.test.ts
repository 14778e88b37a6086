import { describe, expect, it } from 'vitest';
import { compileCalendar, type CompiledCalendar, type WorkCalendar } from '$lib/calendar';
import { explainLead } from './explain-lead';
import {
  branch,
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  stage,
  wait
} from '$tests/support/cadences';
import {
  DAY_OFF,
  OFFICE,
  afterCall,
  done,
  explained,
  inputOf,
  keyOf,
  november,
  secondCall,
  sentences,
  withMiddle
} from '$tests/support/explained';

function calendarOf(calendar: WorkCalendar): CompiledCalendar {
  const compiled = compileCalendar(calendar, {
    from: Date.UTC(2026, 0),
    to: Date.UTC(2027, 0)
  });
  if (!compiled.ok) throw new Error(compiled.error);
  return compiled.value;
}

describe('tasks', () => {
  it('ENG-124 since when, due when, overdue since, and its own end', () => {
    const cadence = cadenceOf(
      [
        entry(),
        call('call', {
          name: 'First call',
          due: { amount: 4, unit: 'businessHours' },
          autoSkipAfter: businessDays(1)
        }),
        exit('end')
      ],
      ['start > call', 'call > end'],
      { calendar: DAY_OFF }
    );
    expect(sentences({ cadence }, '20 10:30')).toEqual([
      '“First call” is open since Fri 20 Nov 10:00, due Fri 20 Nov 14:00.'
    ]);
    const [late] = explained({ cadence }, '20 15:00');
    expect(late?.sentence).toBe('“First call” is overdue since Fri 20 Nov 14:00.');
    expect(late?.reasons.map(({ sentence }) => sentence)).toEqual([
      'After the lead came in on Friday.',
      'It is open since Fri 20 Nov 10:00.',
      'It was due Fri 20 Nov 14:00.',
      'It is skipped by itself Tue 24 Nov 14:00.'
    ]);
    expect(late).toMatchObject({ subject: 'task', earliest: november('20 15:00') });
  });

  it('ENG-123 working hours and a day off push the opening', () => {
    const cadence = withMiddle([secondCall]);
    const told = { cadence, events: [['20 17:30', done(cadence, 'call#1')] as const] };
    expect(sentences(told, '20 18:00')).toEqual([
      "“Second call” opens Tue 24 Nov 09:00: after Friday's call; Monday is a day off; working hours begin Tue 24 Nov 09:00."
    ]);
    expect(explained(told, '20 18:00')[0]?.reasons.map(({ type }) => type)).toEqual([
      'arrived',
      'dayOff',
      'closed'
    ]);
  });

  it('ENG-123 the days off of the person it was given to', () => {
    const cadence = withMiddle([secondCall], { calendar: OFFICE });
    const step = { enrollment: keyOf(cadence), step: 'call-2#1' };
    const events = [
      ['20 17:30', done(cadence, 'call#1')],
      ['20 17:40', { kind: 'reassigned', ...step, assignee: 'Rita' }]
    ] as const;
    expect(sentences({ cadence, events: [events[0]] }, '20 18:00')).toEqual([
      "“Second call” opens Mon 23 Nov 09:00: after Friday's call; working hours begin Mon 23 Nov 09:00."
    ]);
    const people = new Map([['Rita', calendarOf(DAY_OFF)]]);
    expect(sentences({ cadence, events, people }, '20 18:00')).toEqual([
      "“Second call” opens Tue 24 Nov 09:00: it was given to Rita Fri 20 Nov 17:40; Monday is Rita's day off; Rita works from Tue 24 Nov 09:00."
    ]);
  });

  it('ENG-123 the contact window of the lead, on its own clock', () => {
    const cadence = withMiddle([secondCall], {
      contactWindow: {
        hours: OFFICE,
        zones: ['America/Los_Angeles']
      },
      fields: [{ id: 'timezone', name: 'Time zone', type: 'text' }]
    });
    const told = {
      cadence,
      events: [['24 09:30', done(cadence, 'call#1')] as const],
      enrolled: '20 12:30',
      fields: { timezone: 'America/Los_Angeles' }
    };
    expect(sentences(told, '24 10:00')).toEqual([
      "“Second call” opens Tue 24 Nov 12:00: after Tuesday's call; the lead may be contacted from Tue 24 Nov 12:00."
    ]);
  });

  it('ENG-123 a touch limit', () => {
    const cadence = withMiddle([secondCall], {
      rules: [{ id: 'calm', type: 'maxTouchesPerDay', atMost: 1 }]
    });
    const [explanation] = explained(afterCall(cadence), '20 16:30');
    expect(explanation?.earliest).toBe(november('24 09:00'));
    expect(explanation?.reasons.map(({ type }) => type)).toContain('touchLimit');
    expect(explanation?.sentence).toContain('the next from Sat 21 Nov 00:00');
  });

  it('ENG-123 a repetition, and somebody who put it off', () => {
    const repeated = call('call-2', {
      name: 'Second call',
      dispositions: ['no-answer', 'connected'],
      repeat: { times: 3, gap: businessDays(1), until: ['connected'] }
    });
    const cadence = withMiddle([repeated]);
    const again = {
      cadence,
      events: [
        ['20 15:00', done(cadence, 'call#1')],
        ['20 16:00', done(cadence, 'call-2#1', 'no-answer')]
      ] as const
    };
    expect(sentences(again, '20 16:30')).toEqual([
      "“Second call” opens Tue 24 Nov 16:00: attempt 2 of 3 from Tue 24 Nov 16:00, after Friday's call."
    ]);

    const plain = withMiddle([secondCall]);
    const snoozed = {
      cadence: plain,
      events: [
        ['20 15:00', done(plain, 'call#1')],
        [
          '20 16:00',
          {
            kind: 'snoozed',
            enrollment: keyOf(plain),
            step: 'call-2#1',
            until: november('21 10:00')
          }
        ]
      ] as const
    };
    const [explanation] = explained(snoozed, '20 16:30');
    expect(explanation?.sentence).toBe(
      '“Second call” opens Tue 24 Nov 09:00: rita put it off until Sat 21 Nov 10:00; Monday is a day off; working hours begin Tue 24 Nov 09:00.'
    );
  });

  it('ENG-123 a jump brings no task forward', () => {
    const nodes = [
      entry(),
      wait('pause', businessDays(2)),
      call('call', { name: 'First call' }),
      call('talk', { name: 'Talk' }),
      exit('end')
    ];
    const on = { type: 'signal', signal: 'reply' } as const;
    const effect = { type: 'jump', to: 'talk' } as const;
    const cadence = cadenceOf(
      nodes,
      ['start > pause', 'pause > call', 'call > end', 'talk > end'],
      {
        calendar: DAY_OFF,
        handlers: [{ id: 'replied', name: 'Replied', on, effect }]
      }
    );
    const events = [['20 12:00', { kind: 'signal', signal: 'reply' }]] as const;
    const [explanation] = explained({ cadence, events }, '20 13:00');
    expect(explanation?.reasons.map(({ type }) => type)).toEqual(['jumpTiming']);
    expect(explanation?.sentence).toBe(
      '“Talk” opens Wed 25 Nov 10:00: no earlier than what it took the place of, Wed 25 Nov 10:00.'
    );
  });

  it('ENG-133 a step that waits for data says which', () => {
    const template = { subject: 'Hello', body: 'Your {{lead.plan}}' };
    const cadence = withMiddle([email('offer', { name: 'Offer', template, missingData: 'hold' })], {
      fields: [{ id: 'plan', name: 'Plan', type: 'text' }]
    });
    const [explanation] = explained(afterCall(cadence), '20 16:30');
    expect(explanation).toMatchObject({
      sentence: '“Offer” waits for data: Plan is missing or cannot be used.',
      earliest: null
    });
    expect(explanation?.reasons.map(({ type }) => type)).toEqual(['missingData']);
  });

  it('ENG-129 a paused enrollment says since when, until when and why', () => {
    const cadence = withMiddle([secondCall]);
    const paused = {
      kind: 'paused',
      enrollment: keyOf(cadence),
      reason: 'On holiday',
      until: november('27 09:00')
    } as const;
    const told = { cadence, events: [['20 12:00', paused] as const] };
    expect(sentences(told, '20 13:00')).toEqual([
      'Paused since Fri 20 Nov 12:00 until Fri 27 Nov 09:00: On holiday.'
    ]);
    expect(explained(told, '20 13:00')[0]?.earliest).toBe(november('27 09:00'));
  });

  it('ENG-134 time limits are reasons', () => {
    const sla = [{ id: 'late', after: businessDays(1), action: 'warn', role: 'rep' }] as const;
    const nodes = [
      entry(),
      stage('talks', { name: 'Talks', sla }),
      call('call', { sla }),
      exit('end')
    ];
    const cadence = cadenceOf(nodes, ['start > talks', 'talks > call', 'call > end']);
    const [task] = explained({ cadence }, '20 11:00');
    const clocks = task?.reasons.filter(({ type }) => type === 'sla');
    expect(clocks?.map(({ sentence }) => sentence)).toEqual([
      'The time limit of “call” is reached Mon 23 Nov 10:00: Sales rep is warned then.',
      'The time limit of “Talks” is reached Mon 23 Nov 10:00: Sales rep is warned then.'
    ]);
  });

  it('ENG-120 what has ended is not explained', () => {
    const nodes = [entry(), call('call'), exit('end')];
    const cadence = cadenceOf(nodes, ['start > call', 'call > end']);
    const told = { cadence, events: [['20 11:00', done(cadence, 'call#1')] as const] };
    expect(sentences(told, '20 10:30')).toHaveLength(1);
    expect(sentences(told, '20 11:30')).toEqual([]);
  });

  it('ENG-135 a run that goes round in circles says where it was stopped', () => {
    const again = branch('again', {
      type: 'condition',
      cases: [{ id: 'x', name: 'X', when: { 'lead.name': 'Ann' } }]
    });
    const cadence = cadenceOf(
      [entry(), wait('gap', businessDays(1)), again, exit('end')],
      ['start > gap', 'gap > again', 'again:x > end', 'again:default > gap']
    );
    const told = { cadence, events: [] };
    expect(explained(told, '23 10:00')).toHaveLength(1);
    const [gone] = explainLead(inputOf(told), Date.UTC(2080, 0));
    expect(gone).toMatchObject({ subject: 'token', node: 'again', earliest: null });
    expect(gone?.reasons.map(({ type }) => type)).toEqual(['runaway']);
    expect(gone?.sentence).toMatch(
      /^Stopped at “again” .*: the cadence leads round in circles: nothing goes on by itself any more/
    );
  });
});

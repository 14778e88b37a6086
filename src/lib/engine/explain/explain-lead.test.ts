import { describe, expect, it } from 'vitest';
import { compileCalendar, type CompiledCalendar, type WorkCalendar } from '$lib/calendar';
import type { Cadence, CadenceNode } from '$lib/domain';
import {
  businessDays,
  call,
  cadenceOf,
  email,
  entry,
  exit,
  stage,
  wait
} from '$tests/support/cadences';
import { atLeast, done, explained, keyOf, november, sentences } from '$tests/support/explained';

const HOURS = [['09:00', '17:00']] as const;
const WEEK = { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS };
/** Monday 23 November is a day off. */
const CALENDAR: WorkCalendar = {
  tz: 'America/New_York',
  week: WEEK,
  exceptions: [{ from: '2026-11-23', to: '2026-11-23', kind: 'nonWorking', name: 'Town fair' }]
};

function calendarOf(calendar: WorkCalendar): CompiledCalendar {
  const compiled = compileCalendar(calendar, {
    from: Date.UTC(2026, 0),
    to: Date.UTC(2027, 0)
  });
  if (!compiled.ok) throw new Error(compiled.error);
  return compiled.value;
}

/** Start, a call, what is given, an end. */
function withMiddle(middle: readonly CadenceNode[], rest: Partial<Cadence> = {}): Cadence {
  const nodes = [entry(), call('call', { name: 'First call' }), ...middle, exit('end')];
  const chain = ['call', ...middle.map(({ id }) => id), 'end'];
  const lines = chain.slice(1).map((id, index) => `${chain[index]} > ${id}`);
  return cadenceOf(nodes, ['start > call', ...lines], { calendar: CALENDAR, ...rest });
}

/** The call was made on Friday 20 November at 16:00. */
function afterCall(cadence: Cadence) {
  return { cadence, events: [['20 16:00', done(cadence, 'call#1')] as const] };
}

const second = call('call-2', { name: 'Second call' });

describe('waits', () => {
  it('ENG-122 business days after a call, over a day off', () => {
    const told = afterCall(withMiddle([wait('pause', businessDays(1)), second]));
    expect(sentences(told, '20 16:30')).toEqual([
      "Waits until Tue 24 Nov 16:00: 1 business day after Friday's call; Monday is a day off."
    ]);
    const [explanation] = explained(told, '20 16:30');
    expect(explanation).toMatchObject({
      subject: 'token',
      node: 'pause',
      step: 'pause#1',
      earliest: november('24 16:00'),
      refusal: null
    });
    expect(explanation?.reasons).toEqual([
      {
        type: 'arrived',
        at: november('20 16:00'),
        sentence: "1 business day after Friday's call."
      },
      { type: 'dayOff', at: november('23 00:00'), sentence: 'Monday is a day off.' }
    ]);
  });

  it('ENG-122 from the enrollment, and calendar days that end on a weekend', () => {
    const nodes = [entry(), wait('pause', { amount: 1, unit: 'days' }), call('call'), exit('end')];
    const cadence = cadenceOf(nodes, ['start > pause', 'pause > call', 'call > end']);
    expect(sentences({ cadence }, '20 10:00')).toEqual([
      'Waits until Mon 23 Nov 09:00: 1 day after the lead came in on Friday; before that nobody works.'
    ]);
  });

  it('ENG-122 until a weekday, a date of the lead, and something that happens', () => {
    const weekday = wait('pause', businessDays(1), {
      until: { type: 'weekday', days: ['mon', 'wed'], time: '10:00' }
    });
    expect(sentences(afterCall(withMiddle([weekday, second])), '20 16:30')).toEqual([
      'Waits until Tue 24 Nov 09:00: the next Monday or Wednesday at 10:00; Monday is a day off.'
    ]);

    const date = wait('pause', businessDays(1), {
      until: {
        type: 'date',
        field: 'renewal',
        offset: { direction: 'before', by: { amount: 2, unit: 'days' } }
      }
    });
    const fields = [{ id: 'renewal', name: 'Renewal', type: 'date' }] as const;
    const dated = withMiddle([date, second], { fields });
    expect(
      sentences({ ...afterCall(dated), fields: { renewal: '2026-11-27' } }, '20 16:30')
    ).toEqual([
      'Waits until Wed 25 Nov 09:00: 2 days before Renewal (Fri 27 Nov 00:00); working hours begin then.'
    ]);

    const event = wait('pause', businessDays(1), {
      until: { type: 'event', signals: ['reply'], timeout: businessDays(3) }
    });
    const waiting = withMiddle([second], {});
    const cadence = cadenceOf(
      [...waiting.nodes, event],
      ['start > call', 'call > pause', 'pause:met > end', 'pause:timeout > call-2', 'call-2 > end'],
      { calendar: CALENDAR }
    );
    const told = afterCall(cadence);
    expect(sentences(told, '20 16:30')).toEqual([
      "Waits for reply, at most until Thu 26 Nov 16:00: 3 business days after Friday's call; Monday is a day off."
    ]);
    expect(explained(told, '20 16:30')[0]?.reasons.map(({ type }) => type)).toEqual([
      'event',
      'timeout',
      'dayOff'
    ]);
  });
});

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
      { calendar: CALENDAR }
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
    const cadence = withMiddle([second]);
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
    const cadence = withMiddle([second], { calendar: { tz: 'America/New_York', week: WEEK } });
    const step = { enrollment: keyOf(cadence), step: 'call-2#1' };
    const events = [
      ['20 17:30', done(cadence, 'call#1')],
      ['20 17:40', { kind: 'reassigned', ...step, assignee: 'Rita' }]
    ] as const;
    expect(sentences({ cadence, events: [events[0]] }, '20 18:00')).toEqual([
      "“Second call” opens Mon 23 Nov 09:00: after Friday's call; working hours begin Mon 23 Nov 09:00."
    ]);
    const people = new Map([['Rita', calendarOf(CALENDAR)]]);
    expect(sentences({ cadence, events, people }, '20 18:00')).toEqual([
      "“Second call” opens Tue 24 Nov 09:00: it was given to Rita Fri 20 Nov 17:40; Monday is Rita's day off; Rita works from Tue 24 Nov 09:00."
    ]);
  });

  it('ENG-123 the contact window of the lead, on its own clock', () => {
    const cadence = withMiddle([second], {
      contactWindow: {
        hours: { tz: 'America/New_York', week: WEEK },
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
    const cadence = withMiddle([second], {
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

    const plain = withMiddle([second]);
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
    const cadence = withMiddle([second]);
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
});

describe('what is held', () => {
  const lost = {
    ...exit('lost', 'notInterested'),
    name: 'Not interested',
    requirements: [atLeast(2, 'count.email.completed'), atLeast(1, 'count.call.completed')]
  };
  const nodes = [
    entry(),
    email('email-1', { name: 'First email' }),
    call('call-1', {
      name: 'First call',
      dispositions: ['no-answer', 'not-interested'],
      routes: ['not-interested']
    }),
    wait('wait-1', businessDays(1)),
    email('email-2', { name: 'Second email' }),
    wait('wait-2', businessDays(5)),
    call('call-2', { name: 'Last call' }),
    lost,
    exit('silent', 'unresponsive')
  ];
  const lines = [
    'start > email-1',
    'email-1 > call-1',
    'call-1:not-interested > lost',
    'call-1 > wait-1',
    'wait-1 > email-2',
    'email-2 > wait-2',
    'wait-2 > call-2',
    'call-2 > silent'
  ];
  const cadence = cadenceOf(nodes, lines, {
    calendar: CALENDAR,
    moves: [{ id: 'give-up', name: 'Give up', to: 'lost' }]
  });
  const asked = {
    cadence,
    events: [
      ['20 11:00', done(cadence, 'email-1#1')],
      ['20 16:00', done(cadence, 'call-1#1', 'not-interested')]
    ] as const
  };

  it('ENG-125 ENG-126 an exit on offer lists what is missing, and what would help', () => {
    const offer = explained(asked, '20 16:30').find(({ subject }) => subject === 'offer');
    expect(offer?.sentence).toBe('Not interested: emails 1 of 2; earliest Tue 24 Nov 16:00.');
    expect(offer?.earliest).toBe(november('24 16:00'));
    expect(offer?.refusal?.unmet).toHaveLength(1);
    expect(offer?.refusal?.actions).toEqual([
      { node: 'email-2', name: 'Second email', earliest: november('24 16:00') }
    ]);
  });

  it('ENG-125 an exit whose requirements are met says since when', () => {
    const events = [...asked.events, ['24 16:30', done(cadence, 'email-2#1')] as const];
    const [, offer] = sentences({ cadence, events }, '25 10:00');
    expect(offer).toBe('Not interested can be chosen since Tue 24 Nov 16:30.');
  });

  it('ENG-125 ENG-127 a refused move, from the very beginning', () => {
    const [task, move, ...rest] = explained({ cadence }, '20 10:30');
    expect(rest).toEqual([]);
    expect(task?.subject).toBe('task');
    expect(move).toMatchObject({ subject: 'move', node: 'lost', step: null });
    expect(move?.sentence).toBe('Give up: emails 0 of 2, calls 0 of 1; earliest Tue 24 Nov 10:30.');
    expect(move?.refusal?.sentence).toBe(
      'Give up needs 2 emails and 1 call: emails 0 of 2, calls 0 of 1; earliest Tue 24 Nov 10:30.'
    );
    expect(move?.refusal?.actions.map(({ node }) => node)).toEqual([
      'email-1',
      'call-1',
      'email-2',
      'call-2'
    ]);
  });

  it('ENG-125 ENG-128 a held step opens when time alone is up', () => {
    const patient = {
      ...exit('end'),
      name: 'End',
      requirements: [atLeast(2, 'days.enrolled', 'two days with us')]
    };
    const held = cadenceOf([entry(), call('call'), patient], ['start > call', 'call > end'], {
      calendar: CALENDAR
    });
    const told = { cadence: held, events: [['20 11:00', done(held, 'call#1')] as const] };
    expect(sentences(told, '20 12:00')).toEqual([
      'Waits in front of “End”: 0 of 2 days since enrollment; earliest Sun 22 Nov 10:00.'
    ]);
  });

  it('ENG-127 what never comes about has no earliest instant', () => {
    const never = {
      ...exit('end'),
      name: 'End',
      requirements: [
        { id: 'plan', text: 'A plan is known', when: { 'lead.name': { $exists: true } } }
      ]
    };
    const held = cadenceOf([entry(), call('call'), never], ['start > call', 'call > end']);
    const told = { cadence: held, events: [['20 11:00', done(held, 'call#1')] as const] };
    const [explanation] = explained(told, '20 12:00');
    expect(explanation?.sentence).toBe('Waits in front of “End”: Name is missing.');
    expect(explanation?.earliest).toBeNull();
  });
});

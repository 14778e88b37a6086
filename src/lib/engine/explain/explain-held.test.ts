import { describe, expect, it } from 'vitest';
import { businessDays, cadenceOf, call, email, entry, exit, wait } from '$tests/support/cadences';
import { DAY_OFF, atLeast, done, explained, november, sentences } from '$tests/support/explained';

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
    calendar: DAY_OFF,
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
      calendar: DAY_OFF
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

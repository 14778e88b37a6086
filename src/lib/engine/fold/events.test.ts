import { describe, expect, it } from 'vitest';
import { compileCalendar } from '$lib/calendar';
import type { Disposition, ExitNode, Rule } from '$lib/domain';
import { businessDays, call, email, exit, stage, wait } from '$tests/support/cadences';
import { History, at } from '$tests/support/history';
import { A, B, MONDAY, RUN, codesOf, fold, inside, line, runOf } from '$tests/support/lead-stories';

const YEARS = { from: at('2025-01-01T00:00Z'), to: at('2030-01-01T00:00Z') };
const ELEVEN = '2026-01-05T11:00-05:00';
const NOON = '2026-01-05T12:00-05:00';
const WEDNESDAY = '2026-01-07T10:00-05:00';

describe('events of tasks', () => {
  const program = line(A, [call('call', { due: businessDays(1) }), wait('wait'), exit('done')]);

  it('ENG-92 a snoozed task opens at its new instant, and is due no earlier', () => {
    const until = at('2026-01-08T15:00-05:00');
    const step = { enrollment: RUN, step: 'call#1' } as const;
    const snoozed = inside(program).add(ELEVEN, { kind: 'snoozed', ...step, until });
    expect(runOf(fold(snoozed, [program], NOON)).tasks).toMatchObject([
      { step: 'call#1', opens: until, due: until }
    ]);
    const back = inside(program).add(ELEVEN, { kind: 'snoozed', ...step, until: 0 });
    expect(runOf(fold(back, [program], NOON)).tasks[0]?.opens).toBe(at(ELEVEN));
    const late = inside(program).add(ELEVEN, { kind: 'snoozed', ...step, step: 'call#2', until });
    expect(codesOf(fold(late, [program], NOON))).toEqual(['notOpen notOpen']);
  });

  it('ENG-92 a reassigned task opens by the hours of its person', () => {
    const week = { thu: [['12:00', '14:00']] } as const;
    const sam = compileCalendar({ tz: 'America/New_York', week }, YEARS);
    if (!sam.ok) throw new Error(sam.error);
    const evening = '2026-01-05T18:00-05:00';
    const history = new History()
      .enroll(evening, A, program.version)
      .add('2026-01-05T18:30-05:00', {
        ...{ kind: 'reassigned', enrollment: RUN, step: 'call#1', assignee: 'sam' }
      });
    const people = new Map([['sam', sam.value]]);
    const [task] = runOf(fold(history, [program], '2026-01-05T19:00-05:00', { people })).tasks;
    expect(task).toMatchObject({ assignee: 'sam', opens: at('2026-01-08T12:00-05:00') });
    const [other] = runOf(fold(history, [program], '2026-01-05T19:00-05:00')).tasks;
    expect(other).toMatchObject({ assignee: 'sam', opens: at('2026-01-06T09:00-05:00') });
  });

  it('ENG-77 what is missing is named, the event kept, and nothing moves', () => {
    const careful = line(
      A,
      [
        call('call', {
          requiredFields: ['name', 'budget'],
          checklist: [{ id: 'prices', text: 'Told the prices', mandatory: true }]
        }),
        exit('done')
      ],
      { fields: ['name', 'budget'].map((id) => ({ id, name: id, type: 'text' as const })) }
    );
    const bare = inside(careful).complete(ELEVEN, A, 'call#1');
    const state = fold(bare, [careful], NOON);
    expect(codesOf(state)).toEqual(['refused incomplete']);
    expect(state.notices[0]?.refusal?.unmet.map(({ source, id }) => `${source} ${id}`)).toEqual([
      'field budget',
      'checklist prices'
    ]);
    expect(runOf(state)).toMatchObject({ touches: 0, tasks: [{ step: 'call#1' }] });
    const whole = inside(careful).add(ELEVEN, {
      ...{ kind: 'completed', enrollment: RUN, step: 'call#1', checklist: ['prices'] },
      fields: { budget: 'small' }
    });
    expect(runOf(fold(whole, [careful], NOON)).status).toBe('ended');
    expect(fold(whole, [careful], NOON).lead.fields).toMatchObject({ budget: 'small' });
    expect(fold(bare, [careful], NOON).lead.fields).not.toHaveProperty('budget');
  });

  it('ENG-77 moves that the cadence does not have, and work while it is paused, are refused', () => {
    const moved = inside(program).add(ELEVEN, { kind: 'moved', enrollment: RUN, to: 'wait' });
    expect(codesOf(fold(moved, [program], NOON))).toEqual(['refused unknownMove']);
    const paused = inside(program)
      .add(MONDAY, { kind: 'paused', enrollment: RUN, reason: 'Holiday' })
      .complete(ELEVEN, A, 'call#1');
    expect(codesOf(fold(paused, [program], NOON))).toEqual(['refused paused']);
  });

  it('ENG-77 moves of the cadence take the run where they say, by their name too', () => {
    const moving = line(A, [call('call'), wait('wait'), exit('done'), exit('won', 'won')], {
      moves: [{ id: 'win', name: 'Won', to: 'won' }]
    });
    const by = (move: string) =>
      inside(moving).add(ELEVEN, { kind: 'moved', enrollment: RUN, to: 'won', move });
    expect(runOf(fold(by('win'), [moving], NOON)).end?.node).toBe('won');
    expect(codesOf(fold(by('lose'), [moving], NOON))).toEqual(['refused unknownMove']);
  });
});

describe('events of mail systems', () => {
  const automatic = line(A, [
    email('mail', { mode: 'automatic' }),
    wait('wait'),
    call('call'),
    exit('done')
  ]);
  const signal = (name: string, step: string) =>
    ({ kind: 'signal', signal: name, enrollment: RUN, step }) as const;

  it('ENG-91 `sent` completes a step that goes out by itself, and no other', () => {
    const sent = inside(automatic).add(ELEVEN, signal('sent', 'mail#1'));
    expect(runOf(fold(sent, [automatic], NOON))).toMatchObject({
      touches: 1,
      completed: { email: 1 }
    });
    sent.add('2026-01-06T12:00-05:00', signal('sent', 'call#1'));
    const later = fold(sent, [automatic], '2026-01-06T13:00-05:00');
    expect(codesOf(later)).toEqual(['notOpen notOpen']);
    expect(runOf(later).tasks[0]?.step).toBe('call#1');
  });

  it('ENG-55 a touch that did not arrive counts nowhere, though its run is over', () => {
    const short = line(A, [email('mail'), exit('done')]);
    const asks = line(B, [
      call('call'),
      {
        ...exit('end'),
        requirements: [
          { id: 'mail', text: 'A mail', when: { 'count.email.completed@lifetime': 1 } }
        ]
      }
    ]);
    const back = { kind: 'signal', signal: 'bounce', enrollment: RUN, step: 'mail#1' } as const;
    const history = inside(short).enroll(MONDAY, B, asks.version).complete(MONDAY, A, 'mail#1');
    history.add(ELEVEN, back).add(ELEVEN, back).complete(NOON, B, 'call#1');
    const [over, waits] = fold(history, [short, asks], NOON).enrollments;
    expect(over).toMatchObject({ status: 'ended', touches: 0, end: { node: 'done' } });
    expect(waits?.positions).toMatchObject([{ node: 'end', waitsFor: 'requirements' }]);
  });

  it('ENG-91 `bounce` takes the touch back, once, and is a signal as well', () => {
    const on = { type: 'signal', signal: 'bounce' } as const;
    const handlers = [
      { id: 'gone', name: 'Bad address', on, effect: { type: 'exit', to: 'bad' } } as const
    ];
    const mailing = line(A, [email('mail'), wait('wait'), exit('done'), exit('bad', 'completed')], {
      handlers
    });
    const sent = inside(mailing).complete(MONDAY, A, 'mail#1');
    const back = sent.add(ELEVEN, signal('bounce', 'mail#1')).add(NOON, signal('bounce', 'mail#1'));
    const run = runOf(fold(back, [mailing], NOON));
    expect(run).toMatchObject({ touches: 0, completed: {}, end: { node: 'bad', cause: 'bounce' } });
    const never = inside(mailing).add(ELEVEN, signal('bounce', 'mail#1'));
    const state = fold(never, [mailing], NOON);
    expect(codesOf(state)).toEqual(['notOpen notOpen']);
    expect(runOf(state).end?.node).toBe('bad');
  });
});

describe('verdicts by hand', () => {
  const called: ExitNode['requirements'] = [
    { id: 'called', text: 'One call', when: { 'count.call.completed': { $gte: 1 } } }
  ];
  const lost = (id: string, guarded: boolean): ExitNode => ({
    ...exit(id, 'lost'),
    ...(guarded ? { requirements: called } : {})
  });
  const takenOut = { kind: 'exited', enrollment: RUN, result: 'lost' } as const;

  it('ENG-93 one that all exits refuse is refused, with what is missing', () => {
    const guarded = line(A, [call('call'), wait('wait'), lost('lost', true)]);
    const early = inside(guarded).add(MONDAY, takenOut);
    const state = fold(early, [guarded], MONDAY);
    expect(codesOf(state)).toEqual(['refused requirements']);
    expect(state.notices[0]?.refusal?.unmet).toMatchObject([{ id: 'called', text: 'One call' }]);
    const late = inside(guarded).complete(MONDAY, A, 'call#1').add(ELEVEN, takenOut);
    expect(runOf(fold(late, [guarded], NOON)).end).toMatchObject({
      cause: 'removed',
      result: 'lost'
    });
    const lines = ['call:not-interested > too'];
    const ways = { dispositions: ['not-interested'], routes: ['not-interested'] };
    const two = line(A, [call('call', ways), lost('lost', true), lost('too', false)], {}, lines);
    expect(runOf(fold(inside(two).add(MONDAY, takenOut), [two], NOON)).status).toBe('ended');
    const out = inside(guarded).add(MONDAY, { ...takenOut, result: 'optedOut' });
    expect(fold(out, [guarded], NOON).optedOut).toBe(true);
  });

  it('ENG-93 a success that no exit gives still asks for the checklist of the stage', () => {
    const checklist = [{ id: 'need', text: 'The need is known', mandatory: true }];
    const staged = line(A, [stage('phase', { checklist }), call('call'), exit('done')]);
    const won = inside(staged).add(ELEVEN, { ...takenOut, result: 'won' });
    const state = fold(won, [staged], NOON);
    expect(state.notices[0]?.refusal?.unmet).toMatchObject([{ source: 'checklist', id: 'need' }]);
    expect(runOf(state).status).toBe('running');
  });

  it('ENG-93 one that a rule refuses is refused whatever exits there are', () => {
    const counts = [{ channel: 'call', atLeast: 1 }] as const;
    const rules: readonly Rule[] = [{ id: 'calls', type: 'exitRequires', result: 'lost', counts }];
    const ruled = line(A, [call('call'), wait('wait'), lost('lost', false)], { rules });
    const state = fold(inside(ruled).add(MONDAY, takenOut), [ruled], NOON);
    expect(codesOf(state)).toEqual(['refused requirements']);
    expect(runOf(state).status).toBe('running');
  });

  it('ENG-77 a stop that is refused stops nobody who did not know of it', () => {
    const guarded = line(A, [call('call'), wait('wait'), lost('lost', true)]);
    const history = inside(guarded);
    const [begun] = history.events;
    const stop = new History('mona.cccccccccc').add('2026-01-05T10:30-05:00', takenOut).events;
    const unaware = stop.map((event) => ({ ...event, parents: [begun?.id ?? ''] }));
    history.complete(ELEVEN, A, 'call#1');
    const state = fold([...history.events, ...unaware], [guarded], NOON);
    expect(codesOf(state)).toEqual(['refused requirements']);
    expect(runOf(state).positions[0]?.node).toBe('wait');
  });
});

describe('call backs', () => {
  it('ENG-77 a disposition that puts the call off takes the day that the lead asked for', () => {
    const back: Disposition = {
      ...{ id: 'back', name: 'Call back', answered: true, sentiment: 'neutral' },
      ...{ action: 'pause', after: businessDays(1) }
    };
    const program = line(A, [call('call', { dispositions: ['back'] }), exit('done')], {
      dispositions: [back]
    });
    const until = at('2026-01-14T14:00-05:00');
    const history = inside(program).add(ELEVEN, {
      ...{ kind: 'completed', enrollment: RUN, step: 'call#1', disposition: 'back', until }
    });
    expect(runOf(fold(history, [program], WEDNESDAY)).tasks).toMatchObject([
      { step: 'call#2', opens: until, attempt: 2, attempts: 3 }
    ]);
  });
});

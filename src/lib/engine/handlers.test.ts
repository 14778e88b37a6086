import { describe, expect, it } from 'vitest';
import type { Cadence, ExitResult, Handler, HandlerEffect, NodeOfKind } from '$lib/domain';
import { businessDays, cadenceOf, call, email, entry, exit, wait } from '$tests/support/cadences';
import { CAUSE, STATUS } from './state';
import { nextTimer } from './timers';
import { newYork, Play } from './testing/play';

function on(signal: string, effect: HandlerEffect, rest: Partial<Handler> = {}): Handler {
  return {
    id: `${signal}-${effect.type}`,
    name: signal,
    on: { type: 'signal', signal },
    effect,
    ...rest
  };
}

type HandoffNode = NodeOfKind<'handoff'>;

const OTHER = '01jd00000000000000000000bb';
const ends: readonly ExitResult[] = ['optedOut', 'meetingBooked', 'notInterested', 'completed'];

/** A mail, two days, a call, two days, the end; and a call of its own to jump to. */
function listening(...handlers: Handler[]): Cadence {
  const nodes = [
    entry(),
    email('mail'),
    wait('gap', businessDays(2)),
    call('ask', { dispositions: ['connected', 'no-answer'] }),
    wait('gap-2', businessDays(2)),
    exit('end'),
    call('rescue'),
    ...ends.map((result) => exit(result.toLowerCase(), result))
  ];
  const lines = [
    'start > mail',
    'mail > gap',
    'gap > ask',
    'ask > gap-2',
    'gap-2 > end',
    'rescue > end'
  ];
  return cadenceOf(nodes, lines, { handlers });
}

const exitTo = (to: string) => ({ type: 'exit', to }) as const;
const jumpTo = (to: string) => ({ type: 'jump', to }) as const;

describe('handlers', () => {
  it('ENG-36 a signal ends the run at the exit of its handler, wherever it stands', () => {
    const play = new Play(listening(on('reply', exitTo('meetingbooked')))).start();
    play.signal('other');
    expect(play.state.status).toBe(STATUS.running);
    play.signal('reply');
    expect([play.end, play.state.cause]).toEqual(['meetingbooked', CAUSE.exit]);
    expect(play.told().slice(-4)).toEqual([
      'handled reply-exit',
      'entered meetingbooked#1',
      'cancelled mail#1',
      'exited meetingbooked#1'
    ]);
  });

  it('ENG-36 of several exits the one whose cause counts most, and exits before jumps', () => {
    const orders = [
      [jumpTo('rescue'), exitTo('completed'), exitTo('optedout'), exitTo('meetingbooked')],
      [exitTo('completed'), exitTo('meetingbooked'), jumpTo('rescue')],
      [jumpTo('rescue'), exitTo('completed')]
    ] as const;
    const taken = orders.map((effects) => {
      const handlers = effects.map((effect, i) => on('reply', effect, { id: `h${i}` }));
      return new Play(listening(...handlers)).start().signal('reply').end;
    });
    expect(taken).toEqual(['optedout', 'meetingbooked', 'completed']);
  });

  it('ENG-36 every cause before each that counts less, in whatever order the author put them', () => {
    const order = ['optedOut', 'duplicate', 'won', 'notInterested', 'unresponsive'] as const;
    const nodes = [entry(), email('mail'), ...order.map((result) => exit(result, result))];
    const of = (results: readonly ExitResult[]) =>
      new Play(
        cadenceOf(nodes, ['start > mail', 'mail > unresponsive'], {
          handlers: results.map((to, i) => on('reply', exitTo(to), { id: `h${i}` }))
        })
      )
        .start()
        .signal('reply').end;
    for (const [i, first] of order.entries())
      for (const second of order.slice(i + 1))
        expect([of([first, second]), of([second, first])]).toEqual([first, first]);
  });

  it('ENG-36 of several jumps the first, and no pause beside it', () => {
    const play = new Play(
      listening(
        on('reply', { type: 'pause', until: businessDays(1) }),
        on('reply', jumpTo('rescue'), { id: 'first' }),
        on('reply', jumpTo('ask'), { id: 'second' })
      )
    );
    play.start().signal('reply');
    expect(play.places).toEqual(['rescue']);
    expect(play.told('handled', 'paused')).toEqual(['handled first']);
  });

  it('ENG-36 only a handler whose condition holds acts', () => {
    const when = { 'lead.name': 'Ann' };
    const play = new Play(listening(on('reply', exitTo('completed'), { when }))).start();
    expect(play.signal('reply').state.status).toBe(STATUS.running);
    play.state.fields = { name: 'Ann' };
    expect(play.signal('reply').end).toBe('completed');
  });

  it('ENG-36 every start acts beside the exit; a pause does not', () => {
    const play = new Play(
      listening(
        on('reply', { type: 'pause', until: businessDays(1) }),
        on('reply', { type: 'start', cadence: OTHER }),
        on('reply', exitTo('completed'))
      )
    );
    play.start().signal('reply');
    expect(play.told('handled')).toEqual(['handled reply-exit', 'handled reply-start']);
    expect(play.told('handedOff')).toEqual([`handedOff handler to ${OTHER}`]);
    expect(play.told('paused')).toEqual([]);
  });

  it('ENG-36 an exit that is not allowed yet is offered, and a pause acts', () => {
    const requirements = [
      { id: 'a', text: 'A call', when: { 'count.call.completed': { $gte: 1 } } }
    ];
    const cadence = listening(
      on('reply', exitTo('notinterested')),
      on('reply', { type: 'pause', until: businessDays(1) })
    );
    const nodes = cadence.nodes.map((node) =>
      node.id === 'notinterested' && node.kind === 'exit' ? { ...node, requirements } : node
    );
    const play = new Play({ ...cadence, nodes }).start().signal('reply');
    expect(play.told('offered')).toEqual(['offered notinterested']);
    expect(play.state.offers[0]).toMatchObject({ fromPc: -1, disposition: -1 });
    expect(play.state.pausedUntil).toBe(newYork('2026-01-06T10:00'));
  });

  it('ENG-36 a disposition without a port of its own is taken up by a handler', () => {
    const handler: Handler = {
      id: 'talked',
      name: 'Talked',
      on: { type: 'disposition', disposition: 'connected' },
      effect: jumpTo('rescue')
    };
    const play = new Play(listening(handler)).start().complete('mail').until('2026-01-08T10:00');
    play.complete('ask', 'connected');
    expect(play.places).toEqual(['rescue']);
    expect(play.told('cancelled')).toEqual([]);
    expect(play.token('rescue').opens).toBe(play.now);
    const other = new Play(listening(handler)).start().complete('mail').until('2026-01-08T10:00');
    expect(other.complete('ask', 'no-answer').places).toEqual(['gap-2']);
  });

  it('ENG-36 a pause by a disposition goes on as if nothing were said, after the pause', () => {
    const handler: Handler = {
      id: 'away',
      name: 'Away',
      on: { type: 'disposition', disposition: 'no-answer' },
      effect: { type: 'pause', until: businessDays(1) }
    };
    const play = new Play(listening(handler)).start().complete('mail').until('2026-01-08T10:00');
    play.complete('ask', 'no-answer');
    expect([play.places, play.state.pausedUntil]).toEqual([['gap-2'], newYork('2026-01-09T10:00')]);
    play.until('2026-01-09T10:00');
    expect(nextTimer(play.state)).toBe(newYork('2026-01-13T10:00'));
  });

  it('ENG-37 after a jump no task opens before what was cancelled would have begun', () => {
    const waiting = () => new Play(listening(on('reply', jumpTo('rescue')))).start();
    const fromWait = waiting().complete('mail').signal('reply');
    expect(fromWait.token('rescue').opens).toBe(newYork('2026-01-07T10:00'));
    const fromTask = waiting();
    fromTask.send({
      type: 'snooze',
      at: fromTask.now,
      token: 0,
      until: newYork('2026-01-06T12:00')
    });
    expect(fromTask.signal('reply').token('rescue').opens).toBe(newYork('2026-01-06T12:00'));
    const open = waiting();
    open.now = newYork('2026-01-05T12:00');
    expect(open.signal('reply').token('rescue').opens).toBe(open.now);
  });

  it('ENG-37 it is the first task that waits, whatever comes before it, and no later one', () => {
    const nodes = [
      entry(),
      wait('gap', businessDays(5)),
      exit('end'),
      wait('breath', businessDays(1)),
      email('one'),
      email('two')
    ];
    const lines = ['start > gap', 'gap > end', 'breath > one', 'one > two', 'two > end'];
    const cadence = cadenceOf(nodes, lines, { handlers: [on('reply', jumpTo('breath'))] });
    const play = new Play(cadence).start().signal('reply').until('2026-01-06T11:00');
    expect(play.token('one').opens).toBe(newYork('2026-01-12T10:00'));
    play.complete('one');
    expect(play.token('two').opens).toBe(play.now);
  });

  it('ENG-45 a person moves the run: what is open is cancelled, nothing is waited for', () => {
    const cadence = {
      ...listening(),
      moves: [{ id: 'save', name: 'Save', to: 'rescue' }]
    };
    const play = new Play(cadence).start().complete('mail').move('rescue');
    expect(play.told('cancelled')).toEqual(['cancelled gap#1']);
    expect(play.token('rescue').opens).toBe(play.now);
    expect(nextTimer(play.state)).toBe(Infinity);
  });
});

describe('handoffs', () => {
  const handoff = (then: HandoffNode['then']): HandoffNode => ({
    id: 'over',
    kind: 'handoff',
    name: 'Over',
    to: { type: 'signal', signal: 'won-it' },
    then
  });

  it('ENG-50 a handoff says where the lead goes, and goes on or ends the run', () => {
    const nodes = [entry(), handoff('continue'), email('mail'), exit('end')];
    const on = new Play(cadenceOf(nodes, ['start > over', 'over > mail', 'mail > end'])).start();
    expect([on.places, on.told('handedOff')]).toEqual([
      ['mail'],
      ['handedOff over to signal won-it']
    ]);
    const last = [entry(), email('mail'), handoff('end')];
    const play = new Play(cadenceOf(last, ['start > mail', 'mail > over']))
      .start()
      .complete('mail');
    expect([play.end, play.state.cause]).toEqual(['over', CAUSE.handoff]);
    expect(play.told().slice(-2)).toEqual(['handedOff over to signal won-it', 'ended']);
  });
});

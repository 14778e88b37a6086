import { describe, expect, it } from 'vitest';
import type { Cadence, Handler } from '$lib/domain';
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
import { PHASE, type Lateness } from './state';
import { Play, newYork } from './testing/play';

const HOUR = 3_600_000;

/** Hours that the world is late, by node: into its steps, out of its waits. */
function late(play: Play, hours: Readonly<Record<string, number>>): { asked: string[] } {
  const asked: string[] = [];
  const after = (pc: number, visit: number, at: number) => {
    const node = play.program.nodes[pc] ?? '';
    const by = hours[node] ?? 0;
    if (by > 0) asked.push(`${node}#${visit}`);
    return at + by * HOUR;
  };
  const isWait = (pc: number) => play.program.op[pc] === 3;
  const lateness: Lateness = {
    entersAt: (pc, visit, at) => (isWait(pc) ? at : after(pc, visit, at)),
    leavesAt: after
  };
  play.state.lateness = lateness;
  return { asked };
}

const onReply: Handler = {
  id: 'reply',
  name: 'Reply',
  on: { type: 'signal', signal: 'reply' },
  effect: { type: 'exit', to: 'answered' }
};

const straight = cadenceOf(
  [entry(), stage('first'), email('mail'), exit('end'), exit('answered', 'qualified')],
  ['start > first', 'first > mail', 'mail > end'],
  { handlers: [onReply] }
);

const paths = ['a', 'b'].map((id) => ({ id, name: id.toUpperCase() }));

const forked: Cadence = cadenceOf(
  [
    entry(),
    { id: 'split', kind: 'fork', name: 'Split', paths },
    branch('which', { type: 'condition', cases: [] }),
    email('one'),
    email('two'),
    {
      id: 'meet',
      kind: 'join',
      name: 'Meet',
      fork: 'split',
      policy: { type: 'all' },
      rest: 'cancel'
    },
    exit('end'),
    exit('answered', 'qualified')
  ],
  [
    'start > split',
    'split:a > which',
    'which:default > one',
    'split:b > two',
    'one > meet',
    'two > meet',
    'meet > end'
  ],
  { handlers: [onReply] }
);

const eventful = cadenceOf(
  [
    entry(),
    wait('until', businessDays(1), {
      until: { type: 'event', signals: ['opened'], timeout: businessDays(1) }
    }),
    call('met'),
    call('timeout'),
    exit('end')
  ],
  ['start > until', 'until:met > met', 'until:timeout > timeout', 'met > end', 'timeout > end']
);

describe('a late world', () => {
  it('ENG-140 a token rests in front of each step that is late, once a visit', () => {
    const play = new Play(straight);
    const { asked } = late(play, { start: 1, first: 2, end: 3 });
    play.start('2026-01-05T10:00');
    expect(play.token('start').phase).toBe(PHASE.late);
    expect(play.told('waits')).toEqual(['waits start#1 until']);
    play.until('2026-01-05T11:00');
    expect(play.token('first').phase).toBe(PHASE.late);
    expect(play.state.stagePc).toBe(-1);
    play.until('2026-01-05T13:00');
    expect(play.state.stageSince).toBe(newYork('2026-01-05T13:00'));
    expect(play.places).toEqual(['mail']);
    play.complete('mail').until('2026-01-05T15:59');
    expect(play.end).toBeNull();
    expect(play.until('2026-01-05T16:00').end).toBe('end');
    expect(asked).toEqual(['start#1', 'first#1', 'end#1']);
  });

  it('ENG-140 requirements are looked at when it goes in, not before', () => {
    const requirements = [{ id: 'ready', text: 'Ready', when: { 'lead.ready': true } }];
    const fields = [
      { id: 'name', name: 'Name', type: 'text' },
      { id: 'ready', name: 'Ready', type: 'boolean' }
    ] as const;
    const nodes = [entry(), email('mail'), { ...exit('end'), requirements }];
    const play = new Play(cadenceOf(nodes, ['start > mail', 'mail > end'], { fields }));
    play.state.fields = { name: 'Ada', ready: false };
    late(play, { end: 1 });
    play.start('2026-01-05T10:00').complete('mail').until('2026-01-05T10:59');
    expect(play.token('end').phase).toBe(PHASE.late);
    expect(play.told('held')).toEqual([]);
    expect(play.until('2026-01-05T11:00').told('held')).toEqual(['held end#1']);
    expect(play.set({ ready: true }).end).toBe('end');
  });

  it('ENG-140 a pause makes it as much later as the run stood still', () => {
    const play = new Play(straight);
    late(play, { first: 2 });
    play.start('2026-01-05T10:00').until('2026-01-05T11:00');
    play.send({ type: 'pause', at: play.now }).until('2026-01-06T11:00');
    play.send({ type: 'resume', at: play.now }).until('2026-01-06T11:59');
    expect(play.token('first').phase).toBe(PHASE.late);
    expect(play.until('2026-01-06T12:00').places).toEqual(['mail']);
  });

  it('ENG-140 paths of a fork are late one by one', () => {
    const play = new Play(forked);
    late(play, { which: 3, meet: 1 });
    play.start('2026-01-05T10:00');
    expect(play.places).toEqual(['two', 'which']);
    play.complete('two').until('2026-01-05T11:00');
    expect(play.told('pathEnded')).toEqual(['pathEnded meet#1']);
    play.until('2026-01-05T13:00').complete('one');
    expect(play.token('meet').phase).toBe(PHASE.late);
    expect(play.until('2026-01-05T14:00').end).toBe('end');
  });

  it('ENG-140 a signal takes a token away that is late', () => {
    for (const cadence of [straight, forked]) {
      const play = new Play(cadence);
      late(play, { first: 5, which: 5 });
      play.start('2026-01-05T10:00').until('2026-01-05T11:00').signal('reply');
      expect(play.end).toBe('answered');
      expect(play.told('cancelled')).toContain(
        cadence === straight ? 'cancelled first#1' : 'cancelled which#1'
      );
      expect(play.until('2026-01-09T11:00').told('exited')).toHaveLength(1);
    }
  });

  it('ENG-140 after a jump the first task opens no earlier than the late step would have begun', () => {
    const jump: Handler = { ...onReply, effect: { type: 'jump', to: 'mail' } };
    const play = new Play(
      cadenceOf(
        [entry(), stage('first'), call('ring'), email('mail'), exit('end')],
        ['start > first', 'first > ring', 'ring > mail', 'mail > end'],
        { handlers: [jump] }
      )
    );
    late(play, { first: 4 });
    play.start('2026-01-05T10:00').signal('reply');
    expect(play.token('mail').opens).toBe(newYork('2026-01-05T14:00'));
  });

  it('ENG-141 a wait for an event is left so much after the event, or the timeout', () => {
    const met = new Play(eventful);
    late(met, { until: 2 });
    met.start('2026-01-05T10:00').until('2026-01-05T11:00').signal('opened');
    expect(met.token('until').phase).toBe(PHASE.late);
    expect(met.until('2026-01-05T12:59').places).toEqual(['until']);
    expect(met.until('2026-01-05T13:00').places).toEqual(['met']);

    const timeout = new Play(eventful);
    late(timeout, { until: 2 });
    timeout.start('2026-01-05T10:00').until('2026-01-06T11:59');
    expect(timeout.places).toEqual(['until']);
    // The event comes too late: the wait was over.
    timeout.signal('opened');
    expect(timeout.until('2026-01-06T12:00').places).toEqual(['timeout']);
  });

  it('ENG-141 so is a wait that is over as the token comes', () => {
    const cadence = cadenceOf(
      [
        entry(),
        wait('until', businessDays(1), { until: { type: 'date', field: 'day' } }),
        email('mail'),
        exit('end')
      ],
      ['start > until', 'until > mail', 'mail > end'],
      {
        fields: [
          { id: 'name', name: 'Name', type: 'text' },
          { id: 'day', name: 'Day', type: 'date' }
        ]
      }
    );
    const play = new Play(cadence);
    play.state.fields = { day: '2026-01-02' };
    late(play, { until: 1 });
    play.start('2026-01-05T10:00');
    expect(play.token('until').phase).toBe(PHASE.late);
    expect(play.until('2026-01-05T11:00').places).toEqual(['mail']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Cadence, SlaThreshold } from '$lib/domain';
import {
  businessDays,
  cadenceOf,
  call,
  email,
  entry,
  exit,
  stage,
  wait
} from '$tests/support/cadences';
import { CAUSE, STATUS } from './state';
import { nextTimer } from './timers';
import { newYork, Play } from './testing/play';

const hours = (amount: number) => ({ amount, unit: 'businessHours' }) as const;

describe('the time for a verdict', () => {
  const nodes = [entry(), email('mail'), exit('end')];
  const rules = [{ id: 'fast', type: 'verdictWithin', limit: businessDays(3) }] as const;
  const limited = cadenceOf(nodes, ['start > mail', 'mail > end'], { rules });

  it('ENG-46 a run that is still going on is ended', () => {
    const play = new Play(limited).start().until('2026-01-09T10:00');
    expect([play.state.status, play.state.cause, play.end]).toEqual([
      STATUS.ended,
      CAUSE.limit,
      null
    ]);
    expect(play.state.endedAt).toBe(newYork('2026-01-08T10:00'));
    expect(play.told('cancelled', 'ended')).toEqual(['cancelled mail#1', 'ended']);
  });
});

describe('a pause', () => {
  const steps = (): Cadence => {
    const step = email('mail', { due: hours(4), autoSkipAfter: businessDays(1) });
    const nodes = [entry(), wait('gap', businessDays(2)), step, exit('end')];
    return cadenceOf(nodes, ['start > gap', 'gap > mail', 'mail > end']);
  };
  const pauseAt = (play: Play, when: string, until?: string) => {
    play.now = newYork(when);
    const to = until === undefined ? {} : { until: newYork(until) };
    return play.send({ type: 'pause', at: play.now, ...to });
  };
  const resumeAt = (play: Play, when: string) => {
    play.until(when);
    return play.send({ type: 'resume', at: play.now });
  };

  it('ENG-47 nothing fires, and what remained remains', () => {
    const play = pauseAt(new Play(steps()).start(), '2026-01-06T10:00');
    expect(nextTimer(play.state)).toBe(Infinity);
    resumeAt(play, '2026-01-13T10:00');
    expect(nextTimer(play.state)).toBe(newYork('2026-01-14T10:00'));
    expect(play.told('paused', 'resumed', 'waits')).toEqual([
      'waits gap#1 until',
      'paused',
      'resumed',
      'waits gap#1 until'
    ]);
  });

  it('ENG-47 it ends by itself at its time', () => {
    const play = pauseAt(new Play(steps()).start(), '2026-01-06T10:00', '2026-01-08T10:00');
    play.until('2026-01-08T10:00');
    expect(play.told('resumed')).toHaveLength(1);
    expect(nextTimer(play.state)).toBe(newYork('2026-01-09T10:00'));
  });

  it('ENG-47 a task that would have opened meanwhile opens in open hours; its times are later', () => {
    const play = new Play(steps()).start().until('2026-01-07T10:00');
    expect(play.token('mail')).toMatchObject({ due: newYork('2026-01-07T14:00') });
    pauseAt(play, '2026-01-07T12:00');
    expect(() => play.complete('mail')).toThrow('token');
    resumeAt(play, '2026-01-09T12:00');
    expect(play.token('mail')).toMatchObject({
      opens: newYork('2026-01-07T10:00'),
      due: newYork('2026-01-09T14:00'),
      until: newYork('2026-01-10T14:00')
    });
    const snoozed = new Play(steps()).start().until('2026-01-07T10:00');
    const until = newYork('2026-01-08T16:00');
    snoozed.send({ type: 'snooze', at: snoozed.now, token: 0, until });
    pauseAt(snoozed, '2026-01-08T10:00');
    resumeAt(snoozed, '2026-01-08T13:00');
    expect(snoozed.token('mail').opens).toBe(newYork('2026-01-09T09:00'));
  });

  it('ENG-47 it is not skipped by itself before it opens', () => {
    const step = email('mail', { autoSkipAfter: { amount: 1, unit: 'hours' } });
    const nodes = [entry(), step, exit('end')];
    // It would open on Thursday at nine; two days later it is Saturday.
    const play = new Play(cadenceOf(nodes, ['start > mail', 'mail > end'])).start(
      '2026-01-07T18:00'
    );
    play.send({ type: 'pause', at: newYork('2026-01-07T19:00') });
    play.send({ type: 'resume', at: newYork('2026-01-09T19:00') }).until('2026-01-12T09:30');
    expect(play.token('mail')).toMatchObject({
      opens: newYork('2026-01-12T09:00'),
      until: newYork('2026-01-12T10:00')
    });
  });

  it('ENG-47 signals are seen while it lasts, and taken up when it is over', () => {
    const until = { type: 'event', signals: ['reply'], timeout: businessDays(2) } as const;
    const nodes = [entry(), wait('until', businessDays(1), { until }), email('mail'), exit('end')];
    const lines = ['start > until', 'until:met > mail', 'until:timeout > end', 'mail > end'];
    const play = pauseAt(new Play(cadenceOf(nodes, lines)).start(), '2026-01-06T10:00');
    play.signal('reply');
    expect(play.places).toEqual(['until']);
    expect(resumeAt(play, '2026-01-07T10:00').places).toEqual(['mail']);
  });

  it('ENG-47 a day that is waited for stays that day', () => {
    const fields = [
      { id: 'name', name: 'Name', type: 'text' },
      { id: 'renewal', name: 'Renewal', type: 'date' }
    ] as const;
    const nodes = [
      entry(),
      wait('until', businessDays(1), { until: { type: 'date', field: 'renewal' } }),
      wait('thursday', businessDays(1), {
        until: { type: 'weekday', days: ['thu'], time: '10:00' }
      }),
      exit('end')
    ];
    const lines = ['start > until', 'until > thursday', 'thursday > end'];
    const play = new Play(cadenceOf(nodes, lines, { fields }));
    play.state.fields = { renewal: '2026-01-13' };
    pauseAt(play.start(), '2026-01-06T10:00');
    resumeAt(play, '2026-01-08T10:00');
    expect(nextTimer(play.state)).toBe(newYork('2026-01-13T09:00'));
    pauseAt(play, '2026-01-09T10:00');
    expect(resumeAt(play, '2026-01-14T12:00').until('2026-01-14T12:00').places).toEqual([
      'thursday'
    ]);
    pauseAt(play, '2026-01-15T09:00');
    resumeAt(play, '2026-01-16T12:00');
    expect(nextTimer(play.state)).toBe(newYork('2026-01-22T10:00'));
  });

  it('ENG-47 the time for a verdict stands still too', () => {
    const rules = [{ id: 'fast', type: 'verdictWithin', limit: businessDays(3) }] as const;
    const play = new Play({ ...steps(), rules }).start();
    pauseAt(play, '2026-01-06T10:00');
    resumeAt(play, '2026-01-07T10:00');
    expect(play.state.limitAt).toBe(newYork('2026-01-09T10:00'));
  });

  it('ENG-47 an exit by a handler is not held up by it', () => {
    const handler = {
      id: 'stop',
      name: 'Stop',
      on: { type: 'signal', signal: 'stop' },
      effect: { type: 'exit', to: 'end' }
    } as const;
    const play = pauseAt(new Play({ ...steps(), handlers: [handler] }).start(), '2026-01-06T10:00');
    expect(play.signal('stop').end).toBe('end');
  });
});

describe('time limits', () => {
  const warn: SlaThreshold = { id: 'warn', after: hours(4), action: 'warn' };
  const escalate: SlaThreshold = {
    id: 'escalate',
    after: businessDays(1),
    action: 'escalate',
    role: 'rep'
  };
  const move: SlaThreshold = { id: 'move', after: businessDays(2), action: 'move', to: 'rescue' };

  function limited(stageSla: SlaThreshold[], taskSla: SlaThreshold[]): Cadence {
    const ask = call('ask', {
      sla: taskSla,
      dispositions: ['connected', 'interested'],
      routes: ['connected']
    });
    const nodes = [
      entry(),
      stage('first', { sla: stageSla }),
      ask,
      wait('gap'),
      email('rescue'),
      stage('last'),
      exit('end')
    ];
    const lines = ['start > first', 'first > ask', 'ask:connected > gap', 'gap > first'];
    return cadenceOf(nodes, [...lines, 'ask > rescue', 'rescue > last', 'last > end']);
  }

  it('ENG-48 a task’s limits are reached one after the other, in business time from its opening', () => {
    const play = new Play(limited([], [warn, escalate])).start().until('2026-01-06T12:00');
    expect(play.told('slaReached')).toEqual(['slaReached ask#1 warn', 'slaReached ask#1 escalate']);
    expect(play.trace.filter(({ type }) => type === 'slaReached').map(({ at }) => at)).toEqual([
      newYork('2026-01-05T14:00'),
      newYork('2026-01-06T10:00')
    ]);
    expect(play.token('ask').slaReached).toBe(3);
  });

  it('ENG-48 what was reached stays reached when the task is put off', () => {
    const play = new Play(limited([], [warn])).start().until('2026-01-05T15:00');
    expect(play.told('slaReached')).toEqual(['slaReached ask#1 warn']);
    const until = newYork('2026-01-07T10:00');
    play.send({ type: 'snooze', at: play.now, token: 0, until }).until('2026-01-09T10:00');
    expect(play.told('slaReached')).toHaveLength(1);
  });

  it('ENG-48 the clock stops when the task is done, and starts again with its next visit', () => {
    const play = new Play(limited([], [warn])).start();
    play.now = newYork('2026-01-05T12:00');
    play.complete('ask', 'connected').until('2026-01-06T12:30');
    expect(play.told('slaReached')).toEqual([]);
    play.until('2026-01-06T16:00');
    expect(play.told('slaReached')).toEqual(['slaReached ask#2 warn']);
  });

  it('ENG-48 a stage’s clock runs over its steps and starts anew when it is entered again', () => {
    const play = new Play(limited([escalate], [])).start();
    play.now = newYork('2026-01-05T16:00');
    play.complete('ask', 'connected');
    play.until('2026-01-06T10:00');
    expect(play.told('slaReached')).toEqual(['slaReached first#1 escalate']);
    play.until('2026-01-06T16:00');
    expect(play.state.stageSlaAt).toBe(newYork('2026-01-07T16:00'));
    play.complete('ask', 'interested');
    expect(play.state.status).toBe(STATUS.ended);
  });

  it('ENG-48 a limit may move the run', () => {
    const play = new Play(limited([move], [])).start().until('2026-01-07T10:00');
    expect(play.places).toEqual(['rescue']);
    expect(play.told('cancelled')).toEqual(['cancelled ask#1']);
  });

  it('ENG-48 a limit does not move it to what is not allowed', () => {
    const requirements = [{ id: 'x', text: 'A name', when: { 'lead.name': { $exists: true } } }];
    const cadence = limited([move], []);
    const nodes = cadence.nodes.map((node) =>
      node.id === 'rescue' && node.kind === 'action' ? { ...node, requirements } : node
    );
    const play = new Play({ ...cadence, nodes }).start().until('2026-01-08T10:00');
    expect([play.places, play.told('slaReached')]).toEqual([['ask'], ['slaReached first#1 move']]);
  });

  it('ENG-48 clocks stand still in a pause', () => {
    const play = new Play(limited([escalate], [warn, escalate])).start();
    play.now = newYork('2026-01-05T12:00');
    play.send({ type: 'pause', at: play.now });
    play.until('2026-01-07T12:00').send({ type: 'resume', at: play.now });
    expect(play.token('ask').slaAt).toBe(newYork('2026-01-07T14:00'));
    expect(play.state.stageSlaAt).toBe(newYork('2026-01-08T10:00'));
    play.until('2026-01-07T14:00');
    expect(play.token('ask').slaAt).toBe(newYork('2026-01-08T10:00'));
  });

  it('ENG-49 at one instant tokens go first, then limits of tasks, of the stage, then the verdict', () => {
    const taskSla = [{ ...escalate, id: 'task' }];
    const rules = [{ id: 'fast', type: 'verdictWithin', limit: businessDays(1) }] as const;
    const cadence = { ...limited([escalate], taskSla), rules };
    const play = new Play(cadence).start().until('2026-01-06T10:00');
    expect(play.told('slaReached', 'ended')).toEqual([
      'slaReached ask#1 task',
      'slaReached first#1 escalate',
      'ended'
    ]);
    const skipped = limited([escalate], taskSla);
    const nodes = skipped.nodes.map((node) =>
      node.id === 'ask' && node.kind === 'action'
        ? { ...node, autoSkipAfter: businessDays(1) }
        : node
    );
    const other = new Play({ ...skipped, nodes }).start().until('2026-01-06T10:00');
    expect(other.told('skipped', 'slaReached')).toEqual([
      'skipped ask#1 overdue',
      'slaReached first#1 escalate'
    ]);
  });
});

describe('the clock of a stage that the run comes back to', () => {
  const round = (slaOnReEntry: 'reset' | 'accumulate'): Play => {
    const limit: SlaThreshold = { id: 'slow', after: businessDays(3), action: 'warn' };
    const nodes = [
      entry(),
      stage('first', { sla: [limit], slaOnReEntry }),
      wait('w', businessDays(2)),
      stage('other'),
      wait('v', businessDays(5)),
      call('ask', { dispositions: ['no-answer'], routes: ['no-answer'] }),
      exit('end')
    ];
    const lines = ['start > first', 'first > w', 'w > other', 'other > v', 'v > ask'];
    return new Play(cadenceOf(nodes, [...lines, 'ask > end', 'ask:no-answer > first'])).start();
  };
  const secondVisit = (mode: 'reset' | 'accumulate'): readonly string[] => {
    const play = round(mode).until('2026-01-14T10:00').complete('ask', 'no-answer');
    return play.until('2026-01-16T10:00').told('slaReached');
  };

  it('ENG-57 starts anew, or goes on where it stood', () => {
    expect(secondVisit('reset')).toEqual([]);
    expect(secondVisit('accumulate')).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { Moment } from '$lib/worker/protocol';
import { timelineOf } from './timeline';

const AT = Date.parse('2026-01-08T08:00Z');

/** `kind node words`, at a time of day of January. */
function moment(date: number, time: string, kind: Moment['kind'], node: string, words: string) {
  return {
    at: AT,
    enrollment: 'here~1',
    kind,
    step: `${node}#1`,
    node,
    name: node,
    words,
    date: `2026-01-0${date}`,
    time
  } satisfies Moment;
}

const names = new Map([['other', 'Another cadence']]);

function lines(moments: readonly Moment[]): readonly string[] {
  return timelineOf({ moments }, names).flatMap(({ label, items }) => [
    label,
    ...items.map(({ time, name, words }) => `${time} ${name}: ${words}`)
  ]);
}

describe('the timeline of a lead', () => {
  it('SIMUI-19 tells day by day what happened, and leaves out what follows from it', () => {
    expect(
      lines([
        moment(8, '08:00', 'entered', 'start', 'Comes here'),
        moment(8, '08:00', 'left', 'start', 'Goes on by “Next”'),
        moment(8, '08:00', 'entered', 'call', 'Comes here'),
        moment(8, '08:00', 'opened', 'call', 'Opens 2026-01-08 08:00, due 2026-01-09 12:00'),
        moment(8, '09:30', 'begun', 'call', 'Begun: 7 min of work'),
        moment(8, '09:37', 'completed', 'call', 'Done: Interested'),
        moment(8, '09:37', 'left', 'call', 'Goes on by “Interested”'),
        moment(8, '09:37', 'entered', 'mail', 'Comes here'),
        moment(8, '09:37', 'opened', 'mail', 'Opens 2026-01-08 09:37'),
        moment(8, '09:37', 'begun', 'mail', 'Begun: 0 min of work'),
        moment(8, '09:37', 'completed', 'mail', 'Done: no disposition'),
        moment(8, '09:37', 'entered', 'if', 'Comes here'),
        moment(8, '09:37', 'left', 'if', 'Goes on by “Otherwise”'),
        moment(9, '10:00', 'exited', 'won', 'Leaves: Won')
      ])
    ).toEqual([
      'Thu, Jan 8',
      '08:00 start: Comes here',
      '08:00 call: Opens, due Fri, Jan 9, 12:00',
      '09:30 : Begun: 7 min of work',
      '09:37 : Done: Interested',
      '09:37 mail: Opens',
      '09:37 : Done',
      '09:37 if: Goes on by “Otherwise”',
      'Fri, Jan 9',
      '10:00 won: Leaves: Won'
    ]);
  });

  it('SIMUI-19 says when it is in another cadence', () => {
    const there = {
      ...moment(8, '08:00', 'entered', 'start', 'Comes here'),
      enrollment: 'other~1'
    };
    expect(timelineOf({ moments: [there] }, names)[0]?.items).toMatchObject([
      { name: 'start', cadence: 'Another cadence' }
    ]);
  });
});

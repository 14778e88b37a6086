import { describe, expect, it } from 'vitest';
import type { Cadence, Handler } from '$lib/domain';
import { call, entry, exit, stage } from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';

const DAY = { amount: 1, unit: 'days' } as const;
const OTHER = '01jd00000000000000000000bb';

function programWith(rest: Partial<Cadence>) {
  return programOf([entry(), call('call'), exit('end')], ['start > call', 'call > end'], rest);
}

describe('handlers and moves', () => {
  const handler = (id: string, rest: Partial<Handler>): Handler => ({
    id,
    name: id,
    on: { type: 'signal', signal: 'reply' },
    effect: { type: 'exit', to: 'end' },
    ...rest
  });

  it('CMP-83 handlers keep their order, targets and conditions', () => {
    const { handlers } = programWith({
      handlers: [
        handler('z', {}),
        handler('a', {
          on: { type: 'disposition', disposition: 'interested' },
          when: { 'visits.call': { $gt: 1 } },
          effect: { type: 'jump', to: 'call' }
        }),
        handler('b', { effect: { type: 'start', cadence: OTHER } }),
        handler('c', { effect: { type: 'pause', until: DAY } })
      ]
    });
    expect(handlers).toMatchObject([
      { id: 'z', on: { type: 'signal', index: 0 }, when: null, effect: { type: 'exit', to: 2 } },
      {
        id: 'a',
        on: { type: 'disposition', index: 2 },
        when: { fact: { type: 'visits', pc: 1 } },
        effect: { type: 'jump', to: 1 }
      },
      { id: 'b', effect: { type: 'start', cadence: OTHER } },
      { id: 'c', effect: { type: 'pause', until: DAY } }
    ]);
  });

  it('CMP-83 moves keep their order, targets and requirements', () => {
    const when = { 'count.call.completed': { $gte: 1 } };
    const { moves } = programOf(
      [entry(), call('call'), exit('end'), stage('later'), call('again')],
      ['start > call', 'call > end', 'later > again', 'again > end'],
      {
        moves: [
          { id: 'z', name: 'Later', to: 'later', requirements: [{ id: 'r', text: 'Call', when }] },
          { id: 'a', name: 'End', to: 'end' }
        ]
      }
    );
    expect(moves).toMatchObject([
      {
        id: 'z',
        name: 'Later',
        to: 3,
        requirements: [{ id: 'r', source: 'move', servedBy: ['call', 'again'] }]
      },
      { id: 'a', to: 2, requirements: [] }
    ]);
  });
});

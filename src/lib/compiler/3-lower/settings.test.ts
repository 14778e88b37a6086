import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '$lib/calendar';
import type { Cadence } from '$lib/domain';
import { cadenceOf, call, entry, exit } from '$tests/support/cadences';
import { programOf } from '$tests/support/programs';
import { compile } from '../compile';

const DAY = { amount: 1, unit: 'days' } as const;

function programWith(rest: Partial<Cadence>) {
  return programOf([entry(), call('call'), exit('end')], ['start > call', 'call > end'], rest);
}

describe('dispositions', () => {
  it('CMP-7 carry everything, with the duration of their delay', () => {
    const { dispositions } = programWith({
      parameters: [{ id: 'gap', name: 'Gap', duration: DAY }],
      dispositions: [
        {
          id: 'busy',
          name: 'Busy',
          answered: false,
          sentiment: 'neutral',
          action: 'retry',
          after: { parameter: 'gap' }
        },
        {
          id: 'stop',
          name: 'Stop',
          answered: true,
          sentiment: 'negative',
          action: 'finish',
          goal: true,
          missed: true,
          optOut: true
        }
      ]
    });
    expect(dispositions).toEqual([
      {
        id: 'busy',
        name: 'Busy',
        answered: false,
        sentiment: 'neutral',
        action: 'retry',
        after: DAY,
        goal: false,
        optOut: false,
        missed: false
      },
      {
        id: 'stop',
        name: 'Stop',
        answered: true,
        sentiment: 'negative',
        action: 'finish',
        after: null,
        goal: true,
        optOut: true,
        missed: true
      }
    ]);
  });
});

describe('contact window', () => {
  const hours: WorkCalendar = { tz: 'Europe/Berlin', week: { mon: [['10:00', '18:00']] } };

  const day = [['00:00', '24:00']] as const;
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
  const always: WorkCalendar = { tz: 'UTC', week };

  it('CMP-85 is compiled for each zone, and equal calendars are one row', () => {
    const zones = ['Europe/Berlin', 'Asia/Tokyo', 'America/New_York', 'Asia/Tokyo'];
    const program = programWith({ calendar: always, contactWindow: { hours, zones } });
    expect(program.contact).toEqual({
      otherwise: 0,
      zones: ['America/New_York', 'Asia/Tokyo', 'Europe/Berlin'],
      byZone: [1, 2, 0]
    });
    expect(program.calendars.map(({ tz }) => tz)).toEqual([
      'Europe/Berlin',
      'America/New_York',
      'Asia/Tokyo'
    ]);
    const opening = (row: number) => new Date(program.calendars[row]?.starts[0] ?? 0).getUTCHours();
    expect([0, 1, 2].map(opening)).toEqual([9, 15, 1]);
  });

  it('CMP-85 a zone that is none is told with its field, like the hours of a role', () => {
    const bad = { tz: 'Mars/Olympus', week: hours.week };
    const nodes = [entry(), call('call'), exit('end')];
    const { diagnostics, program } = compile(
      cadenceOf(nodes, ['start > call', 'call > end'], {
        roles: [{ id: 'rep', name: 'Rep', calendar: bad }],
        contactWindow: { hours, zones: ['Mars/Base'] }
      })
    );
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, field }) => `${code} ${field ?? ''}`)).toEqual([
      'bad-calendar roles',
      'bad-calendar contactWindow'
    ]);
    expect(program).toBeNull();
  });
});

import type { TimeRange } from '$lib/calendar';
import { DEFAULT_DISPOSITIONS } from './default-dispositions';
import { FORMAT, type CadenceFile } from './file';
import type { CadenceId } from './ids';
import { newNode } from './kinds/registry';

const OPEN: readonly TimeRange[] = [['09:00', '17:00']];
const OFFICE_WEEK = { mon: OPEN, tue: OPEN, wed: OPEN, thu: OPEN, fri: OPEN };

/** A new cadence: leads come in and leave again. `tz` is an IANA time zone, `start` a local date-time. */
export function blankCadenceFile(options: {
  readonly id: CadenceId;
  readonly name: string;
  readonly tz?: string;
  readonly start?: string;
}): CadenceFile {
  const { id, name, tz = 'UTC', start = '2026-01-05T09:00' } = options;
  return {
    format: FORMAT,
    cadence: {
      id,
      name,
      calendar: { tz, week: OFFICE_WEEK },
      roles: [{ id: 'rep', name: 'Sales rep' }],
      fields: [],
      dispositions: DEFAULT_DISPOSITIONS,
      parameters: [],
      nodes: [newNode('entry', 'entry'), newNode('exit', 'end')],
      edges: [{ id: 'entry-next', from: 'entry', port: 'next', to: 'end' }]
    },
    layout: { direction: 'down', positions: { entry: { x: 0, y: 0 }, end: { x: 0, y: 160 } } },
    scenarios: [
      {
        id: 'base',
        name: 'Base case',
        start,
        leads: 10_000,
        seed: 1,
        arrivals: { type: 'even', over: { amount: 20, unit: 'businessDays' } },
        steps: {}
      }
    ],
    linked: []
  };
}

import { compileCalendar } from '$lib/calendar';
import { ENGINE_MAJOR, OP, type Program } from '$lib/program';
import { assert } from '$lib/util';

const OFFICE_HOURS = [['09:00', '17:00']] as const;

function officeCalendar(): Program['calendar'] {
  const compiled = compileCalendar(
    {
      tz: 'America/New_York',
      week: {
        mon: OFFICE_HOURS,
        tue: OFFICE_HOURS,
        wed: OFFICE_HOURS,
        thu: OFFICE_HOURS,
        fri: OFFICE_HOURS
      }
    },
    { from: Date.UTC(2026, 0), to: Date.UTC(2027, 0) }
  );
  assert(compiled.ok, 'the office calendar compiles');
  return compiled.value;
}

/**
 * A small program written by hand, with every op in it:
 * entry → stage → call (interested → won) → wait 2 business days → choice → split → exits.
 */
export function sampleProgram(changes: Partial<Program> = {}): Program {
  return {
    cadence: '01k00000000000000000000000',
    name: 'Sample',
    version: 'ab'.repeat(32),
    engine: ENGINE_MAJOR,
    start: 0,
    op: Uint8Array.of(OP.enter, OP.stage, OP.task, OP.wait, OP.choose, OP.split, OP.exit, OP.exit),
    arg: Int32Array.of(0, 0, 0, 0, 0, 0, 0, 1),
    firstPort: Int32Array.of(0, 1, 2, 4, 5, 7, 9, 9, 9),
    target: Int32Array.of(1, 2, 3, 6, 4, 5, 7, 2, 7),
    edge: Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8),
    portNames: [
      'Next',
      'Next',
      'Done',
      'Interested',
      'Next',
      'North',
      'Otherwise',
      'Again',
      'Stop'
    ],
    nodes: ['start', 'contact', 'call-1', 'pause', 'region', 'test', 'won', 'lost'],
    nodeNames: ['Start', 'First contact', 'Call', 'Pause', 'Region?', 'Test', 'Won', 'Lost'],
    edges: ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9'],
    tasks: [
      {
        channel: 'call',
        automatic: false,
        role: 'rep',
        due: { amount: 1, unit: 'businessDays' },
        dispositions: [1, 0],
        portOf: Int32Array.of(0, 1)
      }
    ],
    waits: [{ delay: { amount: 2, unit: 'businessDays' } }],
    chooses: [
      {
        cases: [
          {
            type: 'and',
            of: [
              {
                type: 'compare',
                fact: { type: 'field', field: 'region' },
                op: '$in',
                value: ['north', 'east']
              },
              {
                type: 'compare',
                fact: { type: 'stepDisposition', pc: 2 },
                op: '$eq',
                value: 'no-answer'
              }
            ]
          }
        ],
        onArrival: false
      }
    ],
    splits: [{ upTo: [30, 100] }],
    exits: [
      { result: 'won', reason: null },
      { result: 'unresponsive', reason: 'Never answered' }
    ],
    stages: [{ probability: 20 }],
    dispositions: [
      { id: 'no-answer', name: 'No answer', answered: false, goal: false },
      { id: 'interested', name: 'Interested', answered: true, goal: true }
    ],
    calendar: officeCalendar(),
    ...changes
  };
}

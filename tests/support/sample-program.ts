import { compileCalendar } from '$lib/calendar';
import { ENGINE_MAJOR, OP, type Program, type ProgramDisposition } from '$lib/program';
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
 * entry → stage → call (interested → won) → wait 2 business days → choice → split → exits, and from
 * the split a fork whose paths meet at once, and a handoff.
 */
export function sampleProgram(changes: Partial<Program> = {}): Program {
  return { ...COLUMNS, ...TABLES, ...SETTINGS, calendar: officeCalendar(), ...changes };
}

const COLUMNS = {
  start: 0,
  op: Uint8Array.of(
    ...[OP.enter, OP.stage, OP.task, OP.wait, OP.choose, OP.split],
    ...[OP.exit, OP.exit, OP.fork, OP.join, OP.handoff]
  ),
  arg: Int32Array.of(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0),
  guard: Int32Array.of(-1, -1, -1, -1, -1, -1, 0, -1, -1, -1, -1),
  firstPort: Int32Array.of(0, 1, 2, 4, 5, 7, 9, 9, 9, 11, 12, 12),
  target: Int32Array.of(1, 2, 3, 6, 4, 5, 7, 2, 8, 9, 9, 10),
  edge: Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
  portNames: [
    ...['Next', 'Next', 'Done', 'Interested', 'Next', 'North'],
    ...['Otherwise', 'Again', 'Stop', 'Left', 'Right', 'Next']
  ],
  nodes: [
    ...['start', 'contact', 'call-1', 'pause', 'region', 'test'],
    ...['won', 'lost', 'both', 'meet', 'pass-on']
  ],
  nodeNames: [
    ...['Start', 'First contact', 'Call', 'Pause', 'Region?', 'Test'],
    ...['Won', 'Lost', 'Both', 'Meet', 'Pass on']
  ],
  edges: ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10', 'e11', 'e12']
} satisfies Partial<Program>;

const TABLES = {
  tasks: [
    {
      channel: 'call',
      automatic: false,
      role: 'rep',
      due: { amount: 1, unit: 'businessDays' },
      hours: -1,
      contact: true,
      dispositions: [1, 0],
      portOf: Int32Array.of(0, 1),
      heldPort: -1,
      refusedPort: -1,
      requiredFields: [],
      checklist: [],
      needs: [],
      missingData: 'hold',
      repeat: null,
      autoSkipAfter: null,
      expireAfter: null,
      continueWithoutCompletion: false,
      variants: [],
      sla: []
    }
  ],
  waits: [{ type: 'duration', delay: { amount: 2, unit: 'businessDays' } }],
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
    { result: 'won', reason: null, askReferral: true, recycle: null },
    { result: 'unresponsive', reason: 'Never answered', askReferral: false, recycle: null }
  ],
  stages: [{ probability: 20, checklist: [], sla: [], slaAccumulates: false }],
  forks: [{ join: 9 }],
  joins: [{ fork: 8, needed: 1, detach: false }],
  handoffs: [{ to: { type: 'signal', signal: 'passed-on' }, ends: true }],
  guards: [
    [
      {
        id: 'called',
        text: 'Somebody called',
        source: 'step',
        servedBy: ['call-1'],
        when: {
          type: 'compare',
          fact: { type: 'done', pc: 2 },
          op: '$eq',
          value: true
        }
      }
    ]
  ],
  calendars: []
} satisfies Partial<Program>;

const SETTINGS = {
  cadence: '01k00000000000000000000000',
  name: 'Sample',
  version: 'ab'.repeat(32),
  engine: ENGINE_MAJOR,
  entry: {
    criteria: null,
    criteriaText: '',
    requiredFields: [],
    signals: [],
    reEntry: 'afterExit',
    reEntryAfter: null
  },
  dispositions: [
    disposition('no-answer', 'No answer', { action: 'retry', after: { amount: 1, unit: 'hours' } }),
    disposition('interested', 'Interested', { answered: true, sentiment: 'positive', goal: true })
  ],
  signals: ['reply'],
  handlers: [
    {
      id: 'replied',
      name: 'Replied',
      on: { type: 'signal', index: 0 },
      when: null,
      effect: { type: 'jump', to: 2 }
    }
  ],
  moves: [{ id: 'lose', name: 'Give up', to: 7, requirements: [] }],
  rules: [],
  touchLimits: [],
  verdictWithin: null,
  exclusivity: 'none',
  contact: null,
  needsLog: false,
  fields: [{ id: 'region', name: 'Region', type: 'text' }],
  roles: [{ id: 'rep', name: 'Sales rep' }]
} satisfies Partial<Program>;

function disposition(
  id: string,
  name: string,
  rest: Partial<ProgramDisposition>
): ProgramDisposition {
  return {
    id,
    name,
    answered: false,
    sentiment: 'neutral',
    action: 'advance',
    after: null,
    goal: false,
    optOut: false,
    missed: false,
    ...rest
  };
}

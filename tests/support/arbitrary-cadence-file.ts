/**
 * Random cadence files as a person might leave them on the canvas: every kind of node, every way of
 * filling it in, references that lead nowhere, steps without edges. All of them parse.
 */
import fc, { type Arbitrary } from 'fast-check';
import {
  FIELD_TYPES,
  FORMAT,
  GOALS,
  SENTIMENTS,
  SEQUENCE_ACTIONS,
  STAGE_COLORS,
  type Cadence,
  type CadenceEdge,
  type CadenceFile,
  type CadenceNode,
  type Frame,
  type Layout,
  type NodeId
} from '$lib/domain';
import { arbitraryNode } from './arbitrary-node';
import { arbitraryScenario } from './arbitrary-scenario';
import {
  condition,
  delay,
  duration,
  few,
  fewById,
  flag,
  name,
  object,
  requirement,
  text,
  ulid
} from './arbitrary-values';

const calendar = object(
  {
    tz: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
    week: fc.dictionary(
      fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'),
      fc.constantFrom(
        [['09:00', '17:00']],
        [
          ['08:00', '12:00'],
          ['13:00', '24:00']
        ],
        []
      ),
      { noNullPrototype: true }
    ),
    exceptions: fc.constantFrom(
      [],
      [{ from: '2026-12-24', to: '2026-12-26', kind: 'nonWorking', name: 'Holidays' }],
      [{ from: '2026-02-28', to: '2026-02-28', kind: 'working', ranges: [['10:00', '12:00']] }]
    )
  },
  ['tz', 'week']
) as Arbitrary<Cadence['calendar']>;

const disposition = object(
  {
    id: name,
    name: text,
    answered: flag,
    sentiment: fc.constantFrom(...SENTIMENTS),
    action: fc.constantFrom(...SEQUENCE_ACTIONS),
    after: delay,
    goal: flag,
    missed: flag,
    optOut: flag
  },
  ['id', 'name', 'answered', 'sentiment', 'action']
);

const field = object(
  {
    id: name,
    name: text,
    type: fc.constantFrom(...FIELD_TYPES),
    choices: few(text),
    required: flag
  },
  ['id', 'name', 'type']
);

const handler = object(
  {
    id: name,
    name: text,
    on: fc.oneof(
      object({ type: fc.constant('signal' as const), signal: name }),
      object({ type: fc.constant('disposition' as const), disposition: name })
    ),
    when: condition,
    effect: fc.oneof(
      object({ type: fc.constantFrom('exit' as const, 'jump' as const), to: name }),
      object({ type: fc.constant('start' as const), cadence: ulid }),
      object({ type: fc.constant('pause' as const), until: delay })
    )
  },
  ['id', 'name', 'on', 'effect']
);

const rule = fc.oneof(
  object({
    id: name,
    type: fc.constant('exitRequires' as const),
    result: fc.constantFrom('notInterested' as const, 'won' as const),
    counts: few(
      object(
        {
          channel: fc.constantFrom('call' as const, 'email' as const),
          atLeast: fc.nat(5),
          followUp: flag
        },
        ['channel', 'atLeast']
      )
    )
  }),
  object({ id: name, type: fc.constant('maxTouchesPerDay' as const), atMost: fc.nat(5) }),
  object({ id: name, type: fc.constant('verdictWithin' as const), limit: delay })
);

const move = object({ id: name, name: text, to: name, requirements: fewById(requirement) }, [
  'id',
  'name',
  'to'
]);

const settings = object(
  {
    id: ulid,
    name: text,
    description: text,
    goal: object({ kind: fc.constantFrom(...GOALS), text, metric: text }, ['kind']),
    salesModel: fc.constantFrom('transactional' as const, 'relational' as const),
    calendar,
    roles: fewById(object({ id: name, name: text, calendar }, ['id', 'name'])),
    fields: fewById(field),
    dispositions: fewById(disposition),
    parameters: fewById(object({ id: name, name: text, duration })),
    handlers: fewById(handler),
    moves: fewById(move),
    rules: fewById(rule),
    contactWindow: object({ hours: calendar, zones: few(fc.constant('Asia/Tokyo')) }, ['hours']),
    exclusivity: fc.constantFrom('none' as const, 'exclusive' as const, 'all' as const),
    touchBudget: object({ atMost: fc.nat(9), within: delay })
  },
  ['id', 'name', 'calendar', 'roles', 'fields', 'dispositions', 'parameters']
) as Arbitrary<Omit<Cadence, 'nodes' | 'edges'>>;

const nodes: Arbitrary<readonly CadenceNode[]> = fc.uniqueArray(arbitraryNode, {
  maxLength: 8,
  selector: ({ id }) => id
});

function edgesAmong(ids: readonly NodeId[]): Arbitrary<readonly CadenceEdge[]> {
  if (ids.length === 0) return fc.constant([]);
  const end = fc.constantFrom(...ids);
  const port = fc.oneof(fc.constantFrom('next', 'done', 'default'), name);
  return fc.uniqueArray(object({ id: name, from: end, port, to: end }), {
    maxLength: 8,
    selector: ({ id }) => id
  });
}

/** A cadence in any state. */
export const arbitraryCadence: Arbitrary<Cadence> = fc
  .tuple(settings, nodes)
  .chain(([rest, all]) =>
    edgesAmong(all.map(({ id }) => id)).map((edges) => ({ ...rest, nodes: all, edges }))
  );

const corner = object({ x: fc.integer({ min: -999, max: 999 }), y: fc.nat(9999) });

/** Corners of some edges, and of some that are not there. */
const arbitraryRoutes = fc.dictionary(name, fc.array(corner, { minLength: 2, maxLength: 5 }), {
  noNullPrototype: true,
  maxKeys: 3
});

/** Frames around some of these steps, and around some that are not there. */
export function arbitraryFrames(ids: readonly NodeId[]): Arbitrary<Frame[]> {
  return fewById(
    object({
      id: name,
      name: text,
      color: fc.constantFrom(...STAGE_COLORS),
      nodes: few(fc.constantFrom('gone', ...ids))
    })
  );
}

/** Places for some of the nodes, and for some that are not there. */
function layoutOf(ids: readonly NodeId[]): Arbitrary<Layout> {
  const place = object({ x: fc.integer({ min: -999, max: 999 }), y: fc.nat(9999) });
  return object(
    {
      direction: fc.constantFrom('down' as const, 'right' as const),
      positions: fc.dictionary(fc.constantFrom('gone', ...ids), place, { noNullPrototype: true }),
      routes: arbitraryRoutes,
      frames: arbitraryFrames(ids)
    },
    ['positions']
  );
}

/** A cadence file in any state; every one of them is accepted by the parser. */
export const arbitraryCadenceFile: Arbitrary<CadenceFile> = fc
  .tuple(arbitraryCadence, fc.option(arbitraryCadence, { nil: null, freq: 8 }))
  .chain(([cadence, other]) => {
    const ids = cadence.nodes.map(({ id }) => id);
    return object({
      format: fc.constant(FORMAT),
      cadence: fc.constant(cadence),
      layout: layoutOf(ids),
      scenarios: fewById(arbitraryScenario(ids)),
      linked: fc.constant(other ? [{ cadence: other, layout: { positions: {} } }] : [])
    });
  });

/** Random nodes of every kind. */
import fc, { type Arbitrary } from 'fast-check';
import {
  CHANNELS,
  EXIT_RESULTS,
  MISSING_DATA_POLICIES,
  RE_ENTRY_POLICIES,
  STAGE_COLORS,
  WEEKDAYS,
  type CadenceNode,
  type NodeKind
} from '$lib/domain';
import {
  checklistItem,
  condition,
  delay,
  duration,
  few,
  fewById,
  flag,
  name,
  object,
  percent,
  requirement,
  sla,
  text,
  ulid
} from './arbitrary-values';

function base<K extends NodeKind>(kind: K) {
  return { id: name, kind: fc.constant(kind), name: text };
}

const ALWAYS = ['id', 'kind', 'name'] as const;

const template = object({ subject: text, body: text, avoidWhen: text }, ['body']);

const entry = object(
  {
    ...base('entry'),
    criteria: condition,
    source: text,
    reEntry: object({ policy: fc.constantFrom(...RE_ENTRY_POLICIES), after: delay }, ['policy']),
    signals: few(name)
  },
  ALWAYS
);

const stage = object(
  {
    ...base('stage'),
    color: fc.constantFrom(...STAGE_COLORS),
    probability: percent,
    sla: fewById(sla),
    slaOnReEntry: fc.constantFrom('reset', 'accumulate'),
    checklist: fewById(checklistItem),
    requirements: fewById(requirement)
  },
  ALWAYS
);

const variant = object({ id: name, name: text, weight: percent, script: text, template }, [
  'id',
  'name',
  'weight'
]);

const action = object(
  {
    ...base('action'),
    channel: fc.constantFrom(...CHANNELS),
    mode: fc.constantFrom('manual', 'automatic'),
    instruction: text,
    script: text,
    template,
    variants: fewById(variant),
    role: name,
    due: delay,
    requiredFields: few(name),
    checklist: fewById(checklistItem),
    requirements: fewById(requirement),
    repeat: object({ times: fc.integer({ min: 1, max: 9 }), gap: delay, until: few(name) }),
    autoSkipAfter: delay,
    expireAfter: delay,
    dispositions: few(name),
    routes: few(name),
    heldRoute: flag,
    continueWithoutCompletion: flag,
    missingData: fc.constantFrom(...MISSING_DATA_POLICIES),
    sla: fewById(sla)
  },
  [...ALWAYS, 'channel']
);

const until = fc.oneof(
  object({ type: fc.constant('duration'), delay }),
  object(
    {
      type: fc.constant('date'),
      field: name,
      offset: object({ direction: fc.constantFrom('before', 'after'), by: duration })
    },
    ['type', 'field']
  ),
  object({
    type: fc.constant('weekday'),
    days: fc.subarray([...WEEKDAYS]),
    time: fc.constantFrom('00:00', '09:30', '23:59')
  }),
  object({ type: fc.constant('event'), signals: few(name), condition, timeout: delay }, ['type'])
);

const wait = object({ ...base('wait'), until });

function by(type: string, extra: Record<string, Arbitrary<unknown>>, of = false) {
  const cases = fewById(object<{ id: string; name: string }>({ id: name, name: text, ...extra }));
  const model = { type: fc.constant(type), cases };
  return of ? object({ ...model, of: name }, ['type', 'cases']) : object(model);
}

const branch = object(
  {
    ...base('branch'),
    by: fc.oneof(
      by('condition', { when: condition }),
      by('disposition', { dispositions: few(name) }, true),
      by('signal', { signal: name }),
      by('split', { weight: percent })
    ),
    evaluate: fc.constantFrom('inWindow', 'onArrival')
  },
  [...ALWAYS, 'by']
);

const fork = object({ ...base('fork'), paths: fewById(object({ id: name, name: text })) });

const join = object(
  {
    ...base('join'),
    fork: name,
    policy: fc.oneof(
      object({ type: fc.constantFrom('all', 'any') }),
      object({ type: fc.constant('atLeast'), count: fc.integer({ min: 1, max: 5 }) })
    ),
    rest: fc.constantFrom('cancel', 'detach')
  },
  [...ALWAYS, 'policy', 'rest']
);

const handoff = object({
  ...base('handoff'),
  to: fc.oneof(
    object(
      {
        type: fc.constant('enroll'),
        cadence: ulid,
        fields: few(object({ from: name, to: name }))
      },
      ['type']
    ),
    object({ type: fc.constant('signal'), signal: name })
  ),
  then: fc.constantFrom('continue', 'end')
});

const exit = object(
  {
    ...base('exit'),
    result: fc.constantFrom(...EXIT_RESULTS),
    reason: text,
    requirements: fewById(requirement),
    askReferral: flag,
    recycle: object({ after: delay, cadence: ulid }, ['after'])
  },
  [...ALWAYS, 'result']
);

const note = object({ ...base('note'), text });

/** A node of any kind in any state. */
export const arbitraryNode = fc.oneof(
  entry,
  stage,
  { arbitrary: action, weight: 3 },
  wait,
  branch,
  fork,
  join,
  handoff,
  exit,
  note
) as Arbitrary<CadenceNode>;

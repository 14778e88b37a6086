import * as v from 'valibot';
import {
  FIELD_TYPES,
  GOALS,
  type Cadence,
  type CadenceEdge,
  type CadenceNode,
  type Handler,
  type LeadField,
  type Move,
  type Role,
  type Rule
} from '../cadence';
import { conditionSchema, requirementsSchema } from '../condition';
import { dispositionSchema } from '../disposition';
import { delaySchema, parameterSchema } from '../duration';
import { actionSchema, CHANNELS } from '../kinds/action';
import { branchSchema } from '../kinds/branch';
import { entrySchema } from '../kinds/entry';
import { EXIT_RESULTS, exitSchema } from '../kinds/exit';
import { forkSchema } from '../kinds/fork';
import { handoffSchema } from '../kinds/handoff';
import { joinSchema } from '../kinds/join';
import { noteSchema } from '../kinds/note';
import { stageSchema } from '../kinds/stage';
import { waitSchema } from '../kinds/wait';
import { calendarSchema, zone } from './calendar';
import { flag, slug, text, ulid, whole } from './scalars';
import { list, listOfAtMost, shape, type Schema } from './shapes';

const MOST = 1000;
/** More of a kind than any team has; each of them costs time whenever a cadence is checked. */
const MANY = 200;
const MOST_ZONES = 50;

export const nodeSchema: Schema<CadenceNode> = v.variant('kind', [
  entrySchema,
  stageSchema,
  actionSchema,
  waitSchema,
  branchSchema,
  forkSchema,
  joinSchema,
  handoffSchema,
  exitSchema,
  noteSchema
]);

export const edgeSchema: Schema<CadenceEdge> = shape({
  id: slug,
  from: slug,
  port: slug,
  to: slug
});

const role: Schema<Role> = shape({
  id: slug,
  name: text,
  calendar: v.exactOptional(calendarSchema)
});

const field: Schema<LeadField> = shape({
  id: slug,
  name: text,
  type: v.picklist(FIELD_TYPES),
  choices: v.exactOptional(list(text)),
  required: v.exactOptional(flag)
});

const handler: Schema<Handler> = shape({
  id: slug,
  name: text,
  on: v.variant('type', [
    shape({ type: v.literal('signal'), signal: slug }),
    shape({ type: v.literal('disposition'), disposition: slug })
  ]),
  when: v.exactOptional(conditionSchema),
  effect: v.variant('type', [
    shape({ type: v.literal('exit'), to: slug }),
    shape({ type: v.literal('jump'), to: slug }),
    shape({ type: v.literal('start'), cadence: ulid }),
    shape({ type: v.literal('pause'), until: delaySchema })
  ])
});

const move: Schema<Move> = shape({
  id: slug,
  name: text,
  to: slug,
  requirements: v.exactOptional(requirementsSchema)
});

const rule: Schema<Rule> = v.variant('type', [
  shape({
    id: slug,
    type: v.literal('exitRequires'),
    result: v.picklist(EXIT_RESULTS),
    counts: list(
      shape({
        channel: v.picklist(CHANNELS),
        atLeast: whole(0, MOST),
        followUp: v.exactOptional(flag)
      })
    )
  }),
  shape({ id: slug, type: v.literal('maxTouchesPerDay'), atMost: whole(0, MOST) }),
  shape({ id: slug, type: v.literal('verdictWithin'), limit: delaySchema })
]);

/** Each property of a cadence that `updateCadence` may set. */
export const cadenceFields = {
  name: text,
  description: v.exactOptional(text),
  goal: v.exactOptional(
    shape({
      kind: v.picklist(GOALS),
      text: v.exactOptional(text),
      metric: v.exactOptional(text)
    })
  ),
  salesModel: v.exactOptional(v.picklist(['transactional', 'relational'])),
  calendar: calendarSchema,
  roles: listOfAtMost(MANY, role, 'id'),
  fields: listOfAtMost(MANY, field, 'id'),
  dispositions: listOfAtMost(MANY, dispositionSchema, 'id'),
  parameters: listOfAtMost(MANY, parameterSchema, 'id'),
  handlers: v.exactOptional(listOfAtMost(MANY, handler, 'id')),
  moves: v.exactOptional(listOfAtMost(MANY, move, 'id')),
  rules: v.exactOptional(listOfAtMost(MANY, rule, 'id')),
  contactWindow: v.exactOptional(
    shape({ hours: calendarSchema, zones: v.exactOptional(listOfAtMost(MOST_ZONES, zone)) })
  ),
  exclusivity: v.exactOptional(v.picklist(['none', 'exclusive', 'all'])),
  touchBudget: v.exactOptional(shape({ atMost: whole(0, MOST), within: delaySchema }))
};

export const cadenceSchema: Schema<Cadence> = shape({
  id: ulid,
  ...cadenceFields,
  nodes: list(nodeSchema, 'id'),
  edges: list(edgeSchema, 'id')
});

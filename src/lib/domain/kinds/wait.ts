import * as v from 'valibot';
import { conditionSchema, type Condition } from '../condition';
import { delaySchema, durationSchema, type Delay, type Duration } from '../duration';
import type { Slug } from '../ids';
import { localTime } from '../schema/dates';
import { slug } from '../schema/scalars';
import { list, shape } from '../schema/shapes';
import { describeCondition } from '../words/conditions';
import { describeDelay, describeDuration, oneOf } from '../words/durations';
import {
  baseEntries,
  nameOf,
  NEXT,
  type KindContext,
  type KindSpec,
  type NodeBase,
  type Port
} from './node-base';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type WaitUntil =
  | { readonly type: 'duration'; readonly delay: Delay }
  | {
      readonly type: 'date';
      /** A lead field that holds a date. */
      readonly field: Slug;
      readonly offset?: { readonly direction: 'before' | 'after'; readonly by: Duration };
    }
  | {
      readonly type: 'weekday';
      readonly days: readonly Weekday[];
      /** Wall-clock time of the cadence's calendar, `HH:MM`. */
      readonly time: string;
    }
  | {
      readonly type: 'event';
      readonly signals?: readonly Slug[];
      readonly condition?: Condition;
      /** Mandatory when finished: a wait without an end stalls silently. */
      readonly timeout?: Delay;
    };

/** Lets time pass. */
export interface WaitNode extends NodeBase<'wait'> {
  readonly until: WaitUntil;
}

const untilSchema = v.variant('type', [
  shape({ type: v.literal('duration'), delay: delaySchema }),
  shape({
    type: v.literal('date'),
    field: slug,
    offset: v.exactOptional(
      shape({ direction: v.picklist(['before', 'after']), by: durationSchema })
    )
  }),
  shape({ type: v.literal('weekday'), days: list(v.picklist(WEEKDAYS)), time: localTime }),
  shape({
    type: v.literal('event'),
    signals: v.exactOptional(list(slug)),
    condition: v.exactOptional(conditionSchema),
    timeout: v.exactOptional(delaySchema)
  })
]);

export const waitSchema = shape({ ...baseEntries('wait'), until: untilSchema });

const MET_OR_TIMEOUT: readonly Port[] = [
  { id: 'met', name: 'Met', required: true },
  { id: 'timeout', name: 'Timeout', required: true }
];

export const WAIT: KindSpec<WaitNode> = {
  schema: waitSchema,
  create: (id) => ({
    id,
    kind: 'wait',
    name: 'Wait',
    until: { type: 'duration', delay: { amount: 1, unit: 'businessDays' } }
  }),
  ports: ({ until }) => (until.type === 'event' ? MET_OR_TIMEOUT : NEXT),
  describe: ({ until }, context) => describeUntil(until, context)
};

/** `Until Mon or Wed at 09:00`. */
export function describeUntil(until: WaitUntil, context: KindContext): string {
  switch (until.type) {
    case 'duration':
      return describeDelay(until.delay, context.parameters);
    case 'date': {
      const field = nameOf(until.field, context.fields);
      if (!until.offset) return `Until ${field}`;
      return `Until ${describeDuration(until.offset.by)} ${until.offset.direction} ${field}`;
    }
    case 'weekday': {
      const days = until.days.map((day) => day.charAt(0).toUpperCase() + day.slice(1));
      return `Until ${oneOf(days, 'or') || 'no day yet'} at ${until.time}`;
    }
    case 'event': {
      const hopes = [...(until.signals ?? [])];
      if (until.condition) hopes.push(describeCondition(until.condition, context));
      const limit = until.timeout
        ? `at most ${describeDelay(until.timeout, context.parameters)}`
        : 'with no time limit';
      return `Until ${oneOf(hopes, 'or') || 'nothing yet'}, ${limit}`;
    }
  }
}

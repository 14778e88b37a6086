import * as v from 'valibot';
import { conditionSchema, type Condition } from '../condition';
import { delaySchema, type Delay } from '../duration';
import type { Slug } from '../ids';
import { slug, text } from '../schema/scalars';
import { list, shape } from '../schema/shapes';
import { describeCondition } from '../words/conditions';
import { baseEntries, NEXT, type KindSpec, type NodeBase } from './node-base';

export const RE_ENTRY_POLICIES = ['never', 'afterExit', 'always'] as const;

/** Where leads come in. */
export interface EntryNode extends NodeBase<'entry'> {
  /** Only leads for which this holds may be enrolled. */
  readonly criteria?: Condition;
  /** Where such leads come from, in words. */
  readonly source?: string;
  readonly reEntry?: {
    readonly policy: (typeof RE_ENTRY_POLICIES)[number];
    readonly after?: Delay;
  };
  /** Signals that enroll a lead by themselves. */
  readonly signals?: readonly Slug[];
}

export const entrySchema = shape({
  ...baseEntries('entry'),
  criteria: v.exactOptional(conditionSchema),
  source: v.exactOptional(text),
  reEntry: v.exactOptional(
    shape({ policy: v.picklist(RE_ENTRY_POLICIES), after: v.exactOptional(delaySchema) })
  ),
  signals: v.exactOptional(list(slug))
});

export const ENTRY: KindSpec<EntryNode> = {
  schema: entrySchema,
  create: (id) => ({ id, kind: 'entry', name: 'Start' }),
  ports: () => NEXT,
  describe({ criteria, source }, context) {
    if (criteria) return `Only if ${describeCondition(criteria, context)}`;
    return source || 'Where leads come in';
  }
};

import * as v from 'valibot';
import { delaySchema, type Delay } from './duration';
import type { NodeId, Slug } from './ids';
import { flag, number, scalar, slug, text } from './schema/scalars';
import { list, listOfAtMost, shape, table, type Schema } from './schema/shapes';

export type Scalar = string | number | boolean | null;

export const COMPARISON_OPERATORS = [
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$exists'
] as const;

/** One fact compared with constants; several operators must all hold. */
export interface Comparison {
  readonly $eq?: Scalar;
  readonly $ne?: Scalar;
  readonly $gt?: string | number;
  readonly $gte?: string | number;
  readonly $lt?: string | number;
  readonly $lte?: string | number;
  readonly $in?: readonly Scalar[];
  readonly $nin?: readonly Scalar[];
  readonly $exists?: boolean;
}

/**
 * A Mango selector over the closed vocabulary of facts (engine/SPEC.md): `{"lead.region": "north"}`,
 * `{"count.call.completed": {"$gte": 1}}`. A fact may carry a scope and a window as suffixes:
 * `count.email.sent@lifetime`, `count.call.completed@7bd`.
 */
export type Condition =
  | { readonly $and: readonly Condition[] }
  | { readonly $or: readonly Condition[] }
  | { readonly $nor: readonly Condition[] }
  | { readonly $not: Condition }
  | { readonly [fact: string]: Scalar | Comparison };

/** What must be true before something is allowed, in the author's words and as a condition. */
export interface Requirement {
  readonly id: string;
  readonly text: string;
  readonly when: Condition;
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly mandatory: boolean;
}

/** What happens when a stage or a task stays open for too long. */
export interface SlaThreshold {
  readonly id: string;
  readonly after: Delay;
  readonly action: 'warn' | 'escalate' | 'move';
  readonly role?: Slug;
  readonly to?: NodeId;
}

const bound = v.exactOptional(v.union([v.string(), number], 'must be text or a number'));
const several = v.exactOptional(list(scalar));

const comparison: Schema<Comparison> = shape({
  $eq: v.exactOptional(scalar),
  $ne: v.exactOptional(scalar),
  $gt: bound,
  $gte: bound,
  $lt: bound,
  $lte: bound,
  $in: several,
  $nin: several,
  $exists: v.exactOptional(flag)
});

const factValue: Schema<Scalar | Comparison> = v.lazy<Schema<Scalar | Comparison>>((input) =>
  input !== null && typeof input === 'object' ? comparison : scalar
);

const facts = table<Scalar | Comparison>(
  (key) => (key.startsWith('$') ? 'is not an operator that can stand here' : null),
  factValue
);

/** Bounded in depth by the walk that every file passes first. */
export const conditionSchema: Schema<Condition> = v.lazy<Schema<Condition>>((input) => {
  if (input === null || typeof input !== 'object') return facts;
  if ('$and' in input) return shape({ $and: list(conditionSchema) });
  if ('$or' in input) return shape({ $or: list(conditionSchema) });
  if ('$nor' in input) return shape({ $nor: list(conditionSchema) });
  if ('$not' in input) return shape({ $not: conditionSchema });
  return facts;
});

/** Engines keep what was ticked or reached in the bits of one number. */
const MOST_BITS = 31;
const MOST_REQUIREMENTS = 100;

const requirementSchema: Schema<Requirement> = shape({
  id: slug,
  text,
  when: conditionSchema
});

const checklistItemSchema: Schema<ChecklistItem> = shape({
  id: slug,
  text,
  mandatory: flag
});

const slaSchema: Schema<SlaThreshold> = shape({
  id: slug,
  after: delaySchema,
  action: v.picklist(['warn', 'escalate', 'move']),
  role: v.exactOptional(slug),
  to: v.exactOptional(slug)
});

export const requirementsSchema = listOfAtMost(MOST_REQUIREMENTS, requirementSchema, 'id');
export const checklistSchema = listOfAtMost(MOST_BITS, checklistItemSchema, 'id');
export const slasSchema = listOfAtMost(MOST_BITS, slaSchema, 'id');

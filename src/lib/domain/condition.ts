import type { Delay } from './duration';
import type { NodeId, Slug } from './ids';

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

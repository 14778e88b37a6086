import type { Channel, Duration, NodeId, Slug } from '$lib/domain';

/** A scalar as facts and fields have it. */
export type FactValue = string | number | boolean | null;

/**
 * What a count counts. `completed`: took place and did not bounce. `attempted`: those and the ones that did not take
 * place (`missed`). `answered`: a person was reached. `skipped`, `bounced`: those alone.
 */
export type TouchVerb = 'completed' | 'attempted' | 'skipped' | 'bounced' | 'answered';

/** Whether a fact looks at this run, or at all the lead ever lived through. */
export type FactScope = 'run' | 'lifetime';

/** Reach of a fact that counts or asks for something that happened. */
export interface Reach {
  readonly scope: FactScope;
  /** Only what happened within this time before now; null: whenever. */
  readonly window: Duration | null;
}

/** A fact of the closed vocabulary, as the engine looks it up. */
export type FactRef =
  | { readonly type: 'field'; readonly field: Slug }
  /** Touches of a channel (all channels when null). */
  | ({
      readonly type: 'count';
      readonly channel: Channel | null;
      readonly verb: TouchVerb;
      /** Only those after the first completed touch of their run. */
      readonly followUp: boolean;
    } & Reach)
  /** Disposition of the last touch of a channel (any when null). */
  | { readonly type: 'lastDisposition'; readonly channel: Channel | null }
  /** Disposition of the last visit of a step. Of all steps, pc -1 is one that no lead comes to. */
  | { readonly type: 'stepDisposition'; readonly pc: number }
  /** Whether the last visit of a step was completed (approved, for an approval): not skipped, missed or bounced. */
  | { readonly type: 'done'; readonly pc: number }
  /** How often the run has come to a step. */
  | { readonly type: 'visits'; readonly pc: number }
  /** Whether a signal was seen. */
  | ({ readonly type: 'seen'; readonly signal: number } & Reach)
  /**
   * Whole days of 24 hours, or business days, since the run began, since its last touch, since it
   * came to its stage; null before there was one.
   */
  | {
      readonly type: 'since';
      readonly what: 'enrolled' | 'lastTouch' | 'stage';
      readonly unit: 'days' | 'businessDays';
    }
  /** How many enrollments of the lead in this cadence have begun, this one counted. */
  | { readonly type: 'enrollments' }
  /** Id of the stage node the run is in, or null. */
  | { readonly type: 'stage' };

export type CompareOp =
  '$eq' | '$ne' | '$gt' | '$gte' | '$lt' | '$lte' | '$in' | '$nin' | '$exists';

/** One fact compared with constants. */
export interface ComparePredicate {
  readonly type: 'compare';
  readonly fact: FactRef;
  readonly op: CompareOp;
  readonly value: FactValue | readonly FactValue[];
}

/** A condition with its facts resolved. */
export type Predicate =
  | { readonly type: 'and' | 'or' | 'nor'; readonly of: readonly Predicate[] }
  | { readonly type: 'not'; readonly of: Predicate }
  | ComparePredicate;

/** Something that must hold before a step, an exit or a move is allowed. */
export interface ProgramRequirement {
  readonly id: string;
  /** In the author's words. */
  readonly text: string;
  readonly when: Predicate;
  /** Where it was written: on the step or move itself, or as a rule of the whole cadence. */
  readonly source: 'step' | 'rule' | 'move';
  /** Steps at which a touch that it counts can be made, in program order: what would satisfy it. */
  readonly servedBy: readonly NodeId[];
}

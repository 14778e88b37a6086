import type { NodeKind } from '../cadence';
import type { EdgeId, NodeId } from '../ids';

/** One property that differs. */
export interface FieldChange {
  /** Path within the step or cadence, like `due` or `dispositions[2].name`. */
  readonly path: string;
  /** Canonical JSON values; undefined: it was not there. */
  readonly before: unknown;
  readonly after: unknown;
  /** "Due: within 4 business hours → within 1 business day". */
  readonly words: string;
}

export interface StepChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly node: NodeId;
  readonly kind: NodeKind;
  readonly name: string;
  readonly fields: readonly FieldChange[];
  readonly words: string;
}

export interface ConnectionChange {
  readonly change: 'added' | 'removed' | 'rerouted';
  /** Of the newer version; of the older one where it was removed. */
  readonly edge: EdgeId;
  /** What a rerouted one is called in the older version. */
  readonly was?: EdgeId;
  readonly words: string;
}

/** What differs between two versions of a cadence, as data with words; equal versions have no changes. */
export interface CadenceDiff {
  readonly steps: readonly StepChange[];
  readonly connections: readonly ConnectionChange[];
  /** Name, calendar, roles, fields, dispositions, parameters, handlers, moves, rules… */
  readonly settings: readonly FieldChange[];
  /**
   * `text`: only wording. `timing`: when things happen, too. `structure`: which steps there are and
   * how they hang together, or what is allowed, too.
   */
  readonly extent: 'none' | 'text' | 'timing' | 'structure';
}

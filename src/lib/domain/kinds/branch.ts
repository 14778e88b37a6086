import type { Condition } from '../condition';
import type { NodeId, Slug } from '../ids';
import type { NodeBase } from './node-base';

interface Case {
  /** Also the id of the case's port. */
  readonly id: Slug;
  readonly name: string;
}

export interface ConditionCase extends Case {
  readonly when: Condition;
}
export interface DispositionCase extends Case {
  readonly dispositions: readonly Slug[];
}
export interface SignalCase extends Case {
  readonly signal: Slug;
}
export interface SplitCase extends Case {
  /** Whole per cent; the cases of a split sum to 100. */
  readonly weight: number;
}

/** How the ways are told apart: the first case that holds wins, else the mandatory default. */
export type BranchBy =
  | { readonly type: 'condition'; readonly cases: readonly ConditionCase[] }
  | {
      readonly type: 'disposition';
      /** The action whose last disposition decides; absent: the last touch of the run. */
      readonly of?: NodeId;
      readonly cases: readonly DispositionCase[];
    }
  | { readonly type: 'signal'; readonly cases: readonly SignalCase[] }
  | { readonly type: 'split'; readonly cases: readonly SplitCase[] };

/** Sends each lead one of several ways; decided once, in an instant. */
export interface BranchNode extends NodeBase<'branch'> {
  readonly by: BranchBy;
  /** Default `inWindow`: a lead that arrives while the calendar is closed is decided when it opens. */
  readonly evaluate?: 'inWindow' | 'onArrival';
}

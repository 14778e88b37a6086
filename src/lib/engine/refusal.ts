import type { FactRef, FactValue, CompareOp } from '$lib/program';
import type { NodeId, StepKey } from '$lib/domain';

/** One comparison of a requirement, with how far it has come. */
export interface Progress {
  readonly fact: FactRef;
  readonly op: CompareOp;
  readonly have: FactValue;
  readonly need: FactValue | readonly FactValue[];
  readonly met: boolean;
}

/** Something that must hold and does not. */
export interface Unmet {
  readonly source: 'step' | 'rule' | 'move' | 'checklist' | 'field' | 'criteria';
  /** Of the requirement, the checklist item or the field. */
  readonly id: string;
  /** In the author's words. */
  readonly text: string;
  /** Its comparisons, where it is a condition: those of `$and` all, of `$or` those that would do. */
  readonly progress: readonly Progress[];
  /** Steps whose completion would help, in the cadence's order. */
  readonly servedBy: readonly NodeId[];
}

export type RefusalCode =
  /** Another step comes first; `open` says which. */
  | 'notOpen'
  /** Already settled. */
  | 'alreadyDone'
  | 'unknownStep'
  /** The step does not offer this disposition, or needs one. */
  | 'disposition'
  /** Mandatory checklist items or required fields are missing. */
  | 'incomplete'
  /** Only an approval settles this step. */
  | 'needsApproval'
  | 'requirements'
  | 'unknownMove'
  | 'paused'
  | 'ended'
  | 'optedOut'
  | 'frozen'
  /** At enrollment. */
  | 'notEligible'
  | 'reEntry'
  | 'excluded'
  | 'entriesStopped'
  | 'unknownVersion'
  | 'unknownEnrollment';

/** Why something is not allowed: everything that is missing, never only the first. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly unmet: readonly Unmet[];
  /** Steps that are open instead. */
  readonly open: readonly StepKey[];
  /** From when it would be allowed, where that is known: a re-entry delay, a pause. */
  readonly from: number | null;
}

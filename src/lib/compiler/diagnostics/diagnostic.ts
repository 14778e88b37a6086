import type { Edit, EdgeId, NodeId } from '$lib/domain';

export type Severity = 'error' | 'warning' | 'info';

/** A change that mends a problem, offered as one click. */
export interface QuickFix {
  readonly label: string;
  readonly edit: Edit;
}

/** Something about the user's graph that she should know. */
export interface Diagnostic {
  /** Stable, kebab-case; one entry of the catalogue. */
  readonly code: string;
  readonly severity: Severity;
  /** One line in the user's words. */
  readonly message: string;
  /** Why it matters and what to do. */
  readonly help: string;
  readonly node?: NodeId;
  readonly edge?: EdgeId;
  /** The field of the node or cadence it is about. */
  readonly field?: string;
  readonly fix?: QuickFix;
}

import type { CadenceEdge, CadenceNode, LeadField, Role } from '../cadence';
import type { Disposition } from '../disposition';
import type { Parameter } from '../duration';
import type { FORMAT, Layout, Position } from '../file';
import type { CadenceId, NodeId } from '../ids';
import type { StepAssumption } from '../scenario';

/** Says of a text what it holds; nothing else begins like this. */
export const COPIED = 'steps';

/** Steps taken out of a cadence, with all they need to stand in another. */
export interface CopiedSteps {
  readonly cadenza: typeof COPIED;
  readonly format: typeof FORMAT;
  /** The cadence they are from. */
  readonly from: CadenceId;
  readonly nodes: readonly CadenceNode[];
  /** Those between the steps. */
  readonly edges: readonly CadenceEdge[];
  readonly positions: Readonly<Record<NodeId, Position>>;
  readonly direction: NonNullable<Layout['direction']>;
  /** What the steps refer to. */
  readonly roles: readonly Role[];
  readonly fields: readonly LeadField[];
  readonly dispositions: readonly Disposition[];
  readonly parameters: readonly Parameter[];
  readonly assumptions: Readonly<Record<NodeId, StepAssumption>>;
}

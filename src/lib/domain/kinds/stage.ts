import type { ChecklistItem, Requirement, SlaThreshold } from '../condition';
import type { NodeBase } from './node-base';

export const STAGE_COLORS = ['indigo', 'blue', 'green', 'amber', 'magenta', 'gray'] as const;

/** The header of a phase of the sale; its band spans the steps that follow, up to the next stage. */
export interface StageNode extends NodeBase<'stage'> {
  readonly color?: (typeof STAGE_COLORS)[number];
  /** Chance that a lead in this stage closes, whole per cent. */
  readonly probability?: number;
  readonly sla?: readonly SlaThreshold[];
  /** Whether the SLA clock starts again when the stage is entered again. Default `reset`. */
  readonly slaOnReEntry?: 'reset' | 'accumulate';
  readonly checklist?: readonly ChecklistItem[];
  readonly requirements?: readonly Requirement[];
}

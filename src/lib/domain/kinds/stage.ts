import * as v from 'valibot';
import {
  checklistSchema,
  requirementsSchema,
  slasSchema,
  type ChecklistItem,
  type Requirement,
  type SlaThreshold
} from '../condition';
import { percent } from '../schema/scalars';
import { shape } from '../schema/shapes';
import { plural } from '../words/durations';
import { baseEntries, NEXT, type KindSpec, type NodeBase } from './node-base';

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

export const stageSchema = shape({
  ...baseEntries('stage'),
  color: v.exactOptional(v.picklist(STAGE_COLORS)),
  probability: v.exactOptional(percent),
  sla: v.exactOptional(slasSchema),
  slaOnReEntry: v.exactOptional(v.picklist(['reset', 'accumulate'])),
  checklist: v.exactOptional(checklistSchema),
  requirements: v.exactOptional(requirementsSchema)
});

export const STAGE: KindSpec<StageNode> = {
  schema: stageSchema,
  create: (id) => ({ id, kind: 'stage', name: 'New stage', color: 'indigo' }),
  ports: () => NEXT,
  describe({ probability, checklist = [] }) {
    const parts = ['Stage'];
    if (probability !== undefined) parts.push(`${probability}% to close`);
    if (checklist.length > 0) parts.push(plural(checklist.length, 'item to tick', 'items to tick'));
    return parts.join(' · ');
  }
};

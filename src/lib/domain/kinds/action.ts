import type { ChecklistItem, Requirement, SlaThreshold } from '../condition';
import type { Delay } from '../duration';
import type { Slug } from '../ids';
import type { NodeBase } from './node-base';

export const CHANNELS = [
  'email',
  'call',
  'sms',
  'social',
  'meeting',
  'demo',
  'task',
  'approval',
  'document'
] as const;
export type Channel = (typeof CHANNELS)[number];

export const MISSING_DATA_POLICIES = ['skip', 'hold', 'task'] as const;

/** The text that goes out, with merge fields `{{lead.first-name|there}}`. */
export interface Template {
  readonly subject?: string;
  readonly body: string;
  /** When not to use it, in words. */
  readonly avoidWhen?: string;
}

export interface Variant {
  readonly id: Slug;
  readonly name: string;
  /** Whole per cent; the variants of a step sum to 100. */
  readonly weight: number;
  readonly script?: string;
  readonly template?: Template;
}

/** One touch or piece of work: the rep's next right thing. */
export interface ActionNode extends NodeBase<'action'> {
  readonly channel: Channel;
  /** `automatic` opens an outgoing item at its due instant. Default `manual`. */
  readonly mode?: 'manual' | 'automatic';
  readonly instruction?: string;
  /** What to say. */
  readonly script?: string;
  readonly template?: Template;
  readonly variants?: readonly Variant[];
  /** Who does it. */
  readonly role?: Slug;
  /** How long after the step opens it is due. Default: at once. */
  readonly due?: Delay;
  /** Lead fields that must be filled in when it is completed. */
  readonly requiredFields?: readonly Slug[];
  readonly checklist?: readonly ChecklistItem[];
  readonly requirements?: readonly Requirement[];
  /** Try again up to `times` in all, `gap` apart, until one of the dispositions `until`. */
  readonly repeat?: {
    readonly times: number;
    readonly gap: Delay;
    readonly until: readonly Slug[];
  };
  /** Skipped by itself when overdue for this long. */
  readonly autoSkipAfter?: Delay;
  /** Cancelled by itself this long after it opened. */
  readonly expireAfter?: Delay;
  /** The dispositions a rep may choose, in this order; none means the step is simply done. */
  readonly dispositions?: readonly Slug[];
  /** Those of the dispositions that leave by a port of their own, named like the disposition. */
  readonly routes?: readonly Slug[];
  /** The lead may go on while the task is still open. */
  readonly continueWithoutCompletion?: boolean;
  /** What to do when the template or channel lacks data of the lead. Default `hold`. */
  readonly missingData?: (typeof MISSING_DATA_POLICIES)[number];
  readonly sla?: readonly SlaThreshold[];
}

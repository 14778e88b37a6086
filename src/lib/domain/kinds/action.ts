import * as v from 'valibot';
import {
  checklistSchema,
  requirementsSchema,
  slasSchema,
  type ChecklistItem,
  type Requirement,
  type SlaThreshold
} from '../condition';
import { delaySchema, type Delay, type Parameter } from '../duration';
import type { Slug } from '../ids';
import { flag, percent, slug, text, whole } from '../schema/scalars';
import { list, shape } from '../schema/shapes';
import { describeDuration, plural, resolveDelay } from '../words/durations';
import { baseEntries, nameOf, type KindSpec, type NodeBase, type Port } from './node-base';

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
  /**
   * A disposition whose way leads to a step that is not allowed yet leaves by the port `held`;
   * without this it leaves by `done`, as if nothing had been decided.
   */
  readonly heldRoute?: boolean;
  /** The lead may go on while the task is still open. */
  readonly continueWithoutCompletion?: boolean;
  /** What to do when the template or channel lacks data of the lead. Default `hold`. */
  readonly missingData?: (typeof MISSING_DATA_POLICIES)[number];
  readonly sla?: readonly SlaThreshold[];
}

/** Channels as they are written on the canvas. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  email: 'Email',
  call: 'Call',
  sms: 'SMS',
  social: 'Social touch',
  meeting: 'Meeting',
  demo: 'Demo',
  task: 'Task',
  approval: 'Approval',
  document: 'Document'
};

/** The touches of a channel, as they are counted in a sentence. */
export const CHANNEL_PLURALS: Readonly<Record<Channel, string>> = {
  email: 'emails',
  call: 'calls',
  sms: 'SMS',
  social: 'social touches',
  meeting: 'meetings',
  demo: 'demos',
  task: 'tasks',
  approval: 'approvals',
  document: 'documents'
};

const templateSchema = shape({
  subject: v.exactOptional(text),
  body: text,
  avoidWhen: v.exactOptional(text)
});

const variantSchema = shape({
  id: slug,
  name: text,
  weight: percent,
  script: v.exactOptional(text),
  template: v.exactOptional(templateSchema)
});

export const actionSchema = shape({
  ...baseEntries('action'),
  channel: v.picklist(CHANNELS),
  mode: v.exactOptional(v.picklist(['manual', 'automatic'])),
  instruction: v.exactOptional(text),
  script: v.exactOptional(text),
  template: v.exactOptional(templateSchema),
  variants: v.exactOptional(list(variantSchema, 'id')),
  role: v.exactOptional(slug),
  due: v.exactOptional(delaySchema),
  requiredFields: v.exactOptional(list(slug)),
  checklist: v.exactOptional(checklistSchema),
  requirements: v.exactOptional(requirementsSchema),
  repeat: v.exactOptional(shape({ times: whole(1, 1000), gap: delaySchema, until: list(slug) })),
  autoSkipAfter: v.exactOptional(delaySchema),
  expireAfter: v.exactOptional(delaySchema),
  dispositions: v.exactOptional(list(slug)),
  routes: v.exactOptional(list(slug)),
  heldRoute: v.exactOptional(flag),
  continueWithoutCompletion: v.exactOptional(flag),
  missingData: v.exactOptional(v.picklist(MISSING_DATA_POLICIES)),
  sla: v.exactOptional(slasSchema)
});

/** An approval is given or refused; nothing else comes of it. */
const APPROVAL_PORTS: readonly Port[] = [
  { id: 'done', name: 'Approved', required: true },
  { id: 'refused', name: 'Refused', required: true }
];

export const ACTION: KindSpec<ActionNode> = {
  schema: actionSchema,
  create: (id) => ({
    id,
    kind: 'action',
    name: 'Call',
    channel: 'call',
    due: { amount: 4, unit: 'businessHours' },
    dispositions: ['no-answer', 'voicemail', 'connected', 'interested', 'not-interested']
  }),
  ports({ channel, routes = [], heldRoute = false }, { dispositions }) {
    if (channel === 'approval') return APPROVAL_PORTS;
    const ports: Port[] = [{ id: 'done', name: 'Done', required: true }];
    for (const id of new Set(routes)) {
      ports.push({ id, name: nameOf(id, dispositions), required: true });
    }
    if (heldRoute) ports.push({ id: 'held', name: 'Held', required: true });
    return ports;
  },
  describe({ channel, mode, due, dispositions = [], repeat }, { parameters }) {
    const parts = [mode === 'automatic' ? `Automatic ${lower(channel)}` : CHANNEL_NAMES[channel]];
    const time = due && resolveDelay(due, parameters);
    if (time && time.amount > 0) {
      parts.push(`${mode === 'automatic' ? 'after' : 'within'} ${describeDuration(time)}`);
    }
    if (repeat) parts.push(describeRepeat(repeat, parameters));
    if (dispositions.length > 0) parts.push(plural(dispositions.length, 'disposition'));
    return parts.join(' · ');
  }
};

/** `up to 3 times, 1 business day apart`. */
function describeRepeat(
  { times, gap }: NonNullable<ActionNode['repeat']>,
  parameters: readonly Parameter[]
): string {
  const most = `up to ${plural(times, 'time')}`;
  const time = resolveDelay(gap, parameters);
  return time && time.amount > 0 && times > 1 ? `${most}, ${describeDuration(time)} apart` : most;
}

function lower(channel: Channel): string {
  const name = CHANNEL_NAMES[channel];
  return channel === 'sms' ? name : name.toLowerCase();
}

import * as v from 'valibot';
import { delaySchema, type Delay } from './duration';
import type { Slug } from './ids';
import { flag, portSlug, text } from './schema/scalars';
import { shape, type Schema } from './schema/shapes';

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/**
 * What a cadence does with a disposition that no port and no handler takes up: go on; open the step
 * again after a while; open it again at the time the lead asked for; end; never use the channel again.
 */
export const SEQUENCE_ACTIONS = ['advance', 'retry', 'pause', 'finish', 'block'] as const;
export type SequenceAction = (typeof SEQUENCE_ACTIONS)[number];

/** What happened at a touch: one entry of the cadence's editable list. */
export interface Disposition {
  readonly id: Slug;
  readonly name: string;
  /** Whether a person was reached. */
  readonly answered: boolean;
  readonly sentiment: Sentiment;
  readonly action: SequenceAction;
  /** For `retry` and `pause`: how long. */
  readonly after?: Delay;
  /** Reaching this disposition is what the cadence is for. */
  readonly goal?: boolean;
  /** The touch did not take place, as when nobody shows up: it was tried, and is not completed. */
  readonly missed?: boolean;
  /** Ends every cadence of the lead at once. */
  readonly optOut?: boolean;
}

export const dispositionSchema: Schema<Disposition> = shape({
  id: portSlug,
  name: text,
  answered: flag,
  sentiment: v.picklist(SENTIMENTS),
  action: v.picklist(SEQUENCE_ACTIONS),
  after: v.exactOptional(delaySchema),
  goal: v.exactOptional(flag),
  missed: v.exactOptional(flag),
  optOut: v.exactOptional(flag)
});

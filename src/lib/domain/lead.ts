import type { Scalar } from './condition';
import type { LeadId, Slug } from './ids';

/** Somebody who might buy: an id and the fields known of them. */
export interface Lead {
  readonly id: LeadId;
  readonly fields: Readonly<Record<Slug, Scalar>>;
  /** The lead that named this one. */
  readonly referredBy?: LeadId;
}

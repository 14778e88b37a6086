import type { EnrollmentKey, Scalar, Slug } from '$lib/domain';
import type { Touch } from '../touch-log';
import type { EnrollCause } from './lead-run';

/** A lead that is put aside: what the lead level knows of it and of its one run. */
export interface AsideLead {
  readonly leadKey: number;
  readonly fields: Readonly<Record<Slug, Scalar>>;
  readonly signals: readonly (readonly [Slug, number])[];
  readonly key: EnrollmentKey;
  readonly cause: EnrollCause;
  readonly touches: readonly Touch[];
}

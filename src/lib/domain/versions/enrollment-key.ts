import type { CadenceId, EnrollmentKey, LeadId } from '../ids';
import type { Lead } from '../lead';

/**
 * The key under which a lead enters the cadence next, given the keys of all its enrollments: one more
 * than the highest, so that a key is never used twice.
 */
export function nextEnrollmentKey(
  cadence: CadenceId,
  taken: Iterable<EnrollmentKey>
): EnrollmentKey {
  let highest = 0;
  for (const key of taken) {
    const [of, n] = key.split('~');
    if (of === cadence) highest = Math.max(highest, Number(n) || 0);
  }
  return `${cadence}~${highest + 1}`;
}

/** A new lead that `from` has named; the two stay linked. */
export function referral(from: Lead, id: LeadId, fields: Lead['fields']): Lead {
  return { id, fields, referredBy: from.id };
}

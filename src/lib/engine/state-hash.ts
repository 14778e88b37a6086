import { canonicalJson, sha256Hex } from '$lib/util';
import type { LeadState } from './lead-state';

/** First 8 hex digits of the SHA-256 of a folded state: two devices that agree get the same. */
export function stateHash(state: LeadState): string {
  return sha256Hex(canonicalJson(state)).slice(0, 8);
}

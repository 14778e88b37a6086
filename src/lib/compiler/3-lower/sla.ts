import type { SlaThreshold } from '$lib/domain';
import type { SlaSpec } from '$lib/program';
import { present } from '$lib/util';
import type { Lowering } from './lowering';

/** The thresholds of a stage's or task's clock, in the author's order. */
export function lowerSla(
  thresholds: readonly SlaThreshold[] | undefined,
  { delay, pcOf }: Lowering
): SlaSpec[] {
  return (thresholds ?? []).map(({ id, after, action, role, to }) => ({
    id,
    after: delay(after),
    action,
    role: role ?? null,
    to: action === 'move' ? pcOf(present(to, `the target of ${id}`)) : -1
  }));
}

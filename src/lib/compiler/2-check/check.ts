import type { ResolvedCadence } from '../1-resolve/resolve';
import type { Diagnostic } from '../diagnostics/diagnostic';

/** Looks at one thing, and lists what it finds in the order of the steps. */
export type Check = (resolved: ResolvedCadence) => readonly Diagnostic[];

const CHECKS: readonly Check[] = [];

export function check(resolved: ResolvedCadence): Diagnostic[] {
  return CHECKS.flatMap((run) => run(resolved));
}

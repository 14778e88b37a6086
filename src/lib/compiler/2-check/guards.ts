import type { ResolvedCadence } from '../1-resolve/resolve';
import type { Diagnostic } from '../diagnostics/diagnostic';

export function checkGuards(_resolved: ResolvedCadence): Diagnostic[] {
  return [];
}

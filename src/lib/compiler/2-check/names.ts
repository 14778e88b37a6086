import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { kindWord } from '../diagnostics/naming';

/** CMP-33: the cadence and its steps have names. */
export function checkNames({ cadence, live }: ResolvedCadence): Diagnostic[] {
  const unnamed = live.filter(({ name }) => name.trim() === '');
  return [
    ...(cadence.name.trim() === '' ? [diagnose('unnamed-cadence', [], { field: 'name' })] : []),
    ...unnamed.map((node) =>
      diagnose('unnamed-step', [kindWord(node)], { node: node.id, field: 'name' })
    )
  ];
}

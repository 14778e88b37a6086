import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';

/** CMP-109: every item to tick says what it is about. Told once a step. */
export function checkChecklists({ live }: ResolvedCadence): Diagnostic[] {
  return live.flatMap((node) => {
    const items = 'checklist' in node ? (node.checklist ?? []) : [];
    if (items.every(({ text }) => text.trim() !== '')) return [];
    return [
      diagnose('missing-checklist-text', [nameOf(node)], { node: node.id, field: 'checklist' })
    ];
  });
}

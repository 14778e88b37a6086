import { freeId, newNode, type Cadence, type CadenceNode } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { connectEdit, removeStep } from './fixes';

/** CMP-10, CMP-11: exactly one entry. */
export function checkEntries({ cadence, entries, graph }: ResolvedCadence): Diagnostic[] {
  const [first, ...others] = entries;
  if (!first)
    return [diagnose('no-entry', [], { fix: addEntry(cadence, [...graph.next.values()]) })];
  return others.map((node) =>
    diagnose('two-entries', [nameOf(node), nameOf(first)], { node: node.id, fix: removeStep(node) })
  );
}

/** A new entry, connected to the one step that nothing leads to, if there is one. */
function addEntry(cadence: Cadence, targets: readonly (readonly string[])[]): QuickFix {
  const id = freeId(
    cadence.nodes.map((node) => node.id),
    'start'
  );
  const addNode = { kind: 'addNode', node: newNode('entry', id) } as const;
  const led = new Set(targets.flat());
  const [first, ...more] = cadence.nodes.filter((node) => !led.has(node.id) && isFirstStep(node));
  if (!first || more.length > 0) return { label: 'Add an entry', edit: addNode };
  return {
    label: `Add an entry before ${nameOf(first)}`,
    edit: { kind: 'batch', edits: [addNode, connectEdit(cadence, id, 'next', first.id)] }
  };
}

function isFirstStep({ kind }: CadenceNode): boolean {
  return kind !== 'note' && kind !== 'exit';
}

import type { CadenceNode, Port } from '$lib/domain';
import type { ResolvedCadence } from '../1-resolve/resolve';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { nameOf } from '../diagnostics/naming';
import { connectEdit, likelyExit } from './fixes';

/** CMP-14, CMP-15, CMP-18: every required port of a step that leads come to has an edge. */
export function checkLooseEnds(resolved: ResolvedCadence): Diagnostic[] {
  return resolved.live.flatMap((node) =>
    (resolved.graph.links.get(node.id) ?? [])
      .filter(({ port, edge }) => port.required && !edge)
      .map(({ port }) => looseEnd(resolved, node, port))
  );
}

function looseEnd(resolved: ResolvedCadence, node: CadenceNode, port: Port): Diagnostic {
  const place = { node: node.id };
  if (node.kind === 'wait' && port.id === 'next')
    return diagnose('ends-in-wait', [nameOf(node)], place);
  const fix = connectFix(resolved, node, port);
  const mended = fix ? { ...place, fix } : place;
  if (node.kind === 'branch' && port.id === 'default') {
    return diagnose('branch-without-default', [nameOf(node)], mended);
  }
  const way = port.id === 'next' ? null : port.name || port.id;
  return diagnose('dangling-port', [nameOf(node), way], mended);
}

function connectFix(resolved: ResolvedCadence, node: CadenceNode, port: Port): QuickFix | null {
  const exit = likelyExit(resolved);
  if (!exit) return null;
  const way = port.id === 'next' ? '' : ` “${port.name || port.id}”`;
  return {
    label: `Connect${way} to ${nameOf(exit)}`,
    edit: connectEdit(resolved.cadence, node.id, port.id, exit.id)
  };
}

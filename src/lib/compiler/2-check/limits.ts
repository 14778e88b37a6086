import type { ActionNode, CadenceNode, NodeId } from '$lib/domain';
import { present } from '$lib/util';
import { components } from '../1-resolve/components';
import type { ResolvedCadence } from '../1-resolve/resolve';
import type { GuardTension, PathAnalysis } from '../analysis/path-analysis';
import { diagnose } from '../diagnostics/catalogue';
import type { Diagnostic, QuickFix } from '../diagnostics/diagnostic';
import { listed, nameOf } from '../diagnostics/naming';
import { replaceAction, withFix } from './fixes';

/**
 * CMP-126, CMP-127, CMP-128: the slowest path against the promised time for a verdict, and exits that
 * are asked for before they open. Only warnings and hints: asked of cadences without errors.
 */
export function checkLimits(analysis: PathAnalysis, resolved: ResolvedCadence): Diagnostic[] {
  return [...checkPromise(analysis, resolved), ...checkTensions(analysis, resolved)];
}

function checkPromise(
  { limit, slowestVerdict }: PathAnalysis,
  resolved: ResolvedCadence
): Diagnostic[] {
  if (!limit || limit.kept || !slowestVerdict) return [];
  if ('unboundedAt' in slowestVerdict) {
    const steps = slowestVerdict.unboundedAt.map((id) => nodeOf(id, resolved));
    const lasting = steps.filter(isLasting);
    return [...lasting.map(stays), ...circling(steps, resolved)];
  }
  const { businessDays, path } = slowestVerdict;
  const names = path.map((id) => nameOf(nodeOf(id, resolved))).join(' → ');
  return [
    diagnose('worst-case-over-limit', [businessDays, limit.businessDays, names], { field: 'rules' })
  ];
}

/** Whether nothing bounds one stay at the step. */
function isLasting(node: CadenceNode): boolean {
  if (node.kind === 'action')
    return !node.autoSkipAfter && !node.expireAfter && node.mode !== 'automatic';
  return node.kind === 'wait' && node.until.type === 'date';
}

function stays(node: CadenceNode): Diagnostic {
  const fix = node.kind === 'action' && node.channel !== 'approval' ? skip(node) : null;
  return diagnose('unbounded-path', ['stay at', nameOf(node)], withFix({ node: node.id }, fix));
}

/** Once for each circle that some of the steps lie in. */
function circling(steps: readonly CadenceNode[], { live, graph }: ResolvedCadence): Diagnostic[] {
  const ids = live.map(({ id }) => id);
  return components(ids, graph.next)
    .filter(
      ([first, ...more]) => more.length > 0 || graph.next.get(first ?? '')?.includes(first ?? '')
    )
    .map((circle) => steps.filter(({ id }) => circle.includes(id)))
    .flatMap((inside) => {
      const [first] = inside;
      if (!first) return [];
      const names = listed(inside.map(nameOf));
      return [diagnose('unbounded-path', ['go round', names], { node: first.id })];
    });
}

function skip(node: ActionNode): QuickFix {
  const autoSkipAfter = { amount: 5, unit: 'businessDays' } as const;
  return replaceAction('Skip it when it is 5 business days overdue', { ...node, autoSkipAfter });
}

/** Of each exit what opens it last, and who asks for it first. */
function checkTensions({ tensions }: PathAnalysis, resolved: ResolvedCadence): Diagnostic[] {
  const order = tensions.toSorted(
    (a, b) => b.allowedAfter - a.allowedAfter || a.asksAfter - b.asksAfter
  );
  const exits = [...new Set(tensions.map(({ exit }) => exit))];
  return exits
    .flatMap((id) => order.find(({ exit }) => exit === id) ?? [])
    .map((one) => tension(one, resolved));
}

function tension(
  { exit, asker, requirement, asksAfter, allowedAfter }: GuardTension,
  resolved: ResolvedCadence
): Diagnostic {
  const names = [asker, exit].map((id) => nameOf(nodeOf(id, resolved)));
  return diagnose(
    'guard-versus-fast-exit',
    [names[0] ?? '', names[1] ?? '', asksAfter, allowedAfter, requirement],
    { node: exit }
  );
}

function nodeOf(id: NodeId, { graph }: ResolvedCadence): CadenceNode {
  return present(graph.nodes.get(id), id);
}

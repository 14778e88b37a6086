import { newNode, type CadenceNode, type Disposition, type NodeId } from '$lib/domain';
import { Ids } from './ids';
import type { Way } from './sketch';

/** A step whose ports are made for its ways: one for each, in their order. */
export interface Opened {
  readonly node: CadenceNode;
  readonly ports: readonly string[];
}

const RESERVED = ['done', 'held', 'default', 'refused'];

/** All of them at once. */
export function forkOf(id: NodeId, name: string, ways: readonly Way[]): Opened {
  const ids = new Ids();
  const paths = ways.map((way, i) => {
    const label = way.name || `Path ${i + 1}`;
    return { id: ids.next(label), name: label };
  });
  return { node: newNode('fork', id, { name, paths }), ports: paths.map((path) => path.id) };
}

/** The way that is taken when no other is: the default, or else the last. */
function otherwiseOf(ways: readonly Way[]): Way | undefined {
  return ways.find(({ fallback }) => fallback) ?? ways.at(-1);
}

/** One of them, by the disposition of the step before where that is known; what decides is told by name alone. */
export function branchOf(
  id: NodeId,
  name: string,
  ways: readonly Way[],
  before: CadenceNode | undefined,
  dispositions: readonly Disposition[]
): Opened {
  const ids = new Ids();
  for (const reserved of RESERVED) ids.take(reserved);
  const otherwise = otherwiseOf(ways);
  const cases = ways.map((way, i) => {
    if (way === otherwise) return null;
    const label = way.name || way.condition || `Way ${i + 1}`;
    const meant = dispositions.filter((each) => each.name.toLowerCase() === label.toLowerCase());
    return { id: ids.next(label), name: label, dispositions: meant.map((each) => each.id) };
  });
  const by = {
    type: 'disposition' as const,
    ...(before?.kind === 'action' ? { of: before.id } : {}),
    cases: cases.flatMap((each) => each ?? [])
  };
  return {
    node: newNode('branch', id, { name, by }),
    ports: cases.map((each) => each?.id ?? 'default')
  };
}

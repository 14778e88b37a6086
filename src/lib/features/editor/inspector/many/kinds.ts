import type { CadenceNode, NodeKind, NodeOfKind } from '$lib/domain';
import { KIND_NAMES } from '$lib/drawing';

/** Steps of one kind among several. */
export interface Flock {
  readonly kind: NodeKind;
  readonly nodes: readonly CadenceNode[];
}

/** The kinds among these steps, in the order in which they appear. */
export function byKind(nodes: readonly CadenceNode[]): readonly Flock[] {
  return [...new Set(nodes.map(({ kind }) => kind))].map((kind) => ({
    kind,
    nodes: nodes.filter((node) => node.kind === kind)
  }));
}

/** The steps, when all of them are of this kind. */
export function allOf<K extends NodeKind>(
  kind: K,
  nodes: readonly CadenceNode[]
): readonly NodeOfKind<K>[] | null {
  const own = nodes.filter((node): node is NodeOfKind<K> => node.kind === kind);
  return own.length === nodes.length && own.length > 0 ? own : null;
}

/** `3 actions`, `1 branch`. */
export function flockWords({ kind, nodes }: Flock): string {
  const name = KIND_NAMES[kind].toLowerCase();
  if (nodes.length === 1) return `1 ${name}`;
  const many = name.endsWith('y')
    ? `${name.slice(0, -1)}ies`
    : name.endsWith('ch')
      ? `${name}es`
      : `${name}s`;
  return `${nodes.length} ${many}`;
}

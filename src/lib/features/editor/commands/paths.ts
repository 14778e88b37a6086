import { freeId, type Cadence, type Edit, type ForkNode, type Slug } from '$lib/domain';
import { withoutWays } from './update';

export function addPath(node: ForkNode): Edit {
  const number = node.paths.length + 1;
  const id = freeId(
    node.paths.map((path) => path.id),
    `path-${number}`
  );
  const paths = [...node.paths, { id, name: `Path ${number}` }];
  return { kind: 'updateNode', node: { ...node, paths } };
}

export function namePath(node: ForkNode, id: Slug, name: string): Edit {
  const paths = node.paths.map((path) => (path.id === id ? { ...path, name } : path));
  return { kind: 'updateNode', node: { ...node, paths } };
}

/** Takes a path away, and the edge that left by it. */
export function removePath(cadence: Cadence, node: ForkNode, id: Slug): Edit {
  const paths = node.paths.filter((path) => path.id !== id);
  return withoutWays(cadence, { ...node, paths }, [id]);
}

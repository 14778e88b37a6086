import type { Cadence, CadenceEdge, CadenceFile, Layout } from '$lib/domain';
import { sizesOf } from '$lib/drawing';
import type { LayoutService, Size } from '$lib/layout';
import { placeMissing, unplaced } from '../commands/place';

/** One cadence with every step and way of both, so that both can be drawn at the same places. */
export function bothOf(one: Cadence, other: Cadence): Cadence {
  const ids = new Set(one.nodes.map(({ id }) => id));
  const nodes = [...one.nodes, ...other.nodes.filter(({ id }) => !ids.has(id))];
  const key = ({ from, port, to }: CadenceEdge) => `${from} ${port} ${to}`;
  const ways = new Set(one.edges.map(key));
  const more = other.edges.filter((edge) => !ways.has(key(edge)));
  const edges = [...one.edges, ...more].map((edge, index) => ({ ...edge, id: `way-${index}` }));
  return { ...one, nodes, edges };
}

/**
 * Where to draw the steps of a cadence that is not the draft: at the draft's places where it has any,
 * and beside them, unless that would lay steps over each other: then all of them anew.
 */
export async function placesFor(
  cadence: Cadence,
  { layout }: Pick<CadenceFile, 'layout'>,
  service: LayoutService,
  signal: AbortSignal
): Promise<Layout> {
  const direction = layout.direction ?? 'down';
  const missing = unplaced(cadence, layout);
  if (missing.length === 0) return { direction, positions: layout.positions };
  const sizes = sizesOf(cadence, direction);
  const tidied = await service.tidy(cadence, sizes, { direction, signal });
  const found = placeMissing(cadence, layout.positions, tidied.positions);
  const positions = { ...layout.positions, ...found };
  const isClear = missing.every(({ id }) => !isCovered(id, cadence, positions, sizes));
  return { direction, positions: isClear ? positions : { ...positions, ...tidied.positions } };
}

function isCovered(
  id: string,
  { nodes }: Cadence,
  positions: Layout['positions'],
  sizes: ReadonlyMap<string, Size>
): boolean {
  const box = (of: string) => {
    const [at, size] = [positions[of], sizes.get(of)];
    return at && size ? { ...at, right: at.x + size.width, bottom: at.y + size.height } : null;
  };
  const mine = box(id);
  return nodes.some((node) => {
    const other = node.id === id ? null : box(node.id);
    if (!mine || !other) return false;
    return (
      mine.x < other.right && other.x < mine.right && mine.y < other.bottom && other.y < mine.bottom
    );
  });
}

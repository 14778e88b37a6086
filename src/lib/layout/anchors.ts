import type { Layout, NodeKind, Port } from '$lib/domain';
import type { Size } from './layout-service';

export type Direction = NonNullable<Layout['direction']>;
export type Side = 'top' | 'right' | 'bottom' | 'left';

/** A place on a node's rim where edges begin or end; from the node's top left corner. */
export interface Anchor {
  readonly side: Side;
  readonly x: number;
  readonly y: number;
}

export interface PortAnchor extends Anchor {
  readonly port: string;
}

/** Room that one of several ports on the same side needs. */
const PITCH = 22;
/** Ports that a path goes on by when nothing special happened: they keep to the main line. */
const MAIN_PORTS: ReadonlySet<string> = new Set(['next', 'done', 'default', 'met']);

/** Where edges come in; null for kinds that nothing leads to. */
export function targetAnchor(kind: NodeKind, size: Size, direction: Direction): Anchor | null {
  if (kind === 'entry' || kind === 'note') return null;
  return place(direction === 'down' ? 'top' : 'left', 0.5, size);
}

/**
 * Where each port sits: the main one at the far end, the others to the left and right of the flow
 * (above and below it when the cadence runs to the right), in the order of `ports`.
 */
export function portAnchors(
  kind: NodeKind,
  ports: readonly Port[],
  size: Size,
  direction: Direction
): readonly PortAnchor[] {
  const sides = sidesOf(kind, ports);
  const turned = (side: Side): Side =>
    direction === 'down' ? side : side === 'bottom' ? 'right' : side === 'left' ? 'top' : 'bottom';
  return ports.map((port, index) => {
    const side = sides[index] ?? 'bottom';
    const mates = sides.filter((other) => other === side).length;
    const rank = sides.slice(0, index).filter((other) => other === side).length;
    return { port: port.id, ...place(turned(side), (rank + 1) / (mates + 1), size) };
  });
}

/** The shortest and narrowest a node may be so that its ports stand apart. */
export function roomForPorts(kind: NodeKind, ports: readonly Port[], direction: Direction): Size {
  const sides = sidesOf(kind, ports);
  const on = (side: Side) => sides.filter((other) => other === side).length;
  const along = (count: number) => (count > 1 ? (count + 1) * PITCH : 0);
  const end = along(on('bottom'));
  const flank = along(Math.max(on('left'), on('right')));
  return direction === 'down' ? { width: end, height: flank } : { width: flank, height: end };
}

/** Sides as seen in a cadence that runs down. */
function sidesOf(kind: NodeKind, ports: readonly Port[]): readonly Side[] {
  if (kind === 'fork') return ports.map(() => 'bottom');
  const main = ports.length === 1 ? 0 : ports.findIndex((port) => MAIN_PORTS.has(port.id));
  const others = ports.length - (main === -1 ? 0 : 1);
  if (main === -1 && others % 2 === 1) {
    const middle = (others - 1) / 2;
    return ports.map((_, i) => (i < middle ? 'left' : i === middle ? 'bottom' : 'right'));
  }
  const toTheLeft = others === 1 ? 0 : Math.floor(others / 2);
  let seen = 0;
  return ports.map((_, i) => (i === main ? 'bottom' : seen++ < toTheLeft ? 'left' : 'right'));
}

function place(side: Side, share: number, { width, height }: Size): Anchor {
  switch (side) {
    case 'top':
      return { side, x: width * share, y: 0 };
    case 'bottom':
      return { side, x: width * share, y: height };
    case 'left':
      return { side, x: 0, y: height * share };
    case 'right':
      return { side, x: width, y: height * share };
  }
}

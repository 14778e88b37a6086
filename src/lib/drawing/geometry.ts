import { portsOf, type Cadence, type CadenceNode, type NodeId, type Port } from '$lib/domain';
import { roomForPorts, type Direction, type Size } from '$lib/layout';
import { faceOf } from './face';

/** Width of a card; the look's proportion for names of about 30 letters. */
const CARD = { width: 252, height: 56 };
const PILL_HEIGHT = 34;
/** Mean width of a letter at 13 px, a little on the safe side; pills are cut off beyond the widest. */
const LETTER = 7.4;
/** Icon, gap and padding of a pill. */
const PILL_FRAME = 54;
const PILL_WIDTH = { min: 96, max: 280 };
const NOTE = { width: 220, line: 18, lettersPerLine: 29, padding: 26, lines: 12 };

/** The ports each node is drawn with: its own, and those that edges still leave by though they are gone. */
export function drawnPorts(cadence: Cadence): ReadonlyMap<NodeId, readonly Port[]> {
  const drawn = new Map(
    cadence.nodes.map((node): [NodeId, Port[]] => [node.id, [...portsOf(node, cadence)]])
  );
  for (const edge of cadence.edges) {
    const ports = drawn.get(edge.from);
    if (ports && !ports.some((port) => port.id === edge.port)) {
      ports.push({ id: edge.port, name: edge.port, required: false });
    }
  }
  return drawn;
}

/** How large a node is drawn: known without measuring, so that layout and first paint need no DOM. */
export function sizeOf(
  node: CadenceNode,
  cadence: Cadence,
  ports: readonly Port[],
  direction: Direction
): Size {
  const body = bodyOf(node, cadence);
  const room = roomForPorts(node.kind, ports, direction);
  return {
    width: Math.max(body.width, room.width),
    height: Math.max(body.height, room.height)
  };
}

/** All sizes, for layout. */
export function sizesOf(cadence: Cadence, direction: Direction): ReadonlyMap<NodeId, Size> {
  const ports = drawnPorts(cadence);
  return new Map(
    cadence.nodes.map((node) => [
      node.id,
      sizeOf(node, cadence, ports.get(node.id) ?? [], direction)
    ])
  );
}

function bodyOf(node: CadenceNode, cadence: Cadence): Size {
  switch (node.kind) {
    case 'action':
    case 'branch':
    case 'handoff':
    case 'stage':
    case 'entry':
      return CARD;
    case 'wait':
    case 'exit':
    case 'fork':
    case 'join':
      return { width: pillWidth(faceOf(node, cadence).pill), height: PILL_HEIGHT };
    case 'note': {
      const lines = node.text
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / NOTE.lettersPerLine)), 0);
      const title = node.name === '' ? 0 : NOTE.line;
      const shown = Math.min(lines, NOTE.lines);
      return { width: NOTE.width, height: NOTE.padding + title + shown * NOTE.line };
    }
  }
}

function pillWidth(text: string): number {
  // Even, so that its middle lies on a whole unit.
  const width = 2 * Math.ceil((PILL_FRAME + text.length * LETTER) / 2);
  return Math.min(Math.max(width, PILL_WIDTH.min), PILL_WIDTH.max);
}

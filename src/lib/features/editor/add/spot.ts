import {
  portsOf,
  type Cadence,
  type CadenceFile,
  type CadenceNode,
  type EdgeId,
  type Edit,
  type NodeId,
  type Position
} from '$lib/domain';
import { titleOf } from '$lib/drawing';
import { addAt, addBefore, addFrom, insertOnEdge, wayOn } from '../commands/add';
import type { SizeOf } from '../commands/room';
import type { PaletteItem } from '../palette/items';

/** Where a step is to be added. `at` is the middle of it; without, a fitting place is found. */
export type Spot =
  | { readonly type: 'free'; readonly at?: Position }
  | { readonly type: 'port'; readonly from: NodeId; readonly port: string; readonly at?: Position }
  | { readonly type: 'before'; readonly to: NodeId; readonly at: Position }
  | { readonly type: 'edge'; readonly edge: EdgeId; readonly at?: Position };

/** Where a step goes beside what is selected: behind the one step, into the one connection, else anywhere. */
export function spotBeside(
  cadence: Cadence,
  selection: { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<EdgeId> }
): Spot {
  const [edge] = selection.edges;
  if (edge !== undefined && selection.edges.size + selection.nodes.size === 1) {
    return { type: 'edge', edge };
  }
  const [only] = selection.nodes.size === 1 ? selection.nodes : [];
  const node = cadence.nodes.find(({ id }) => id === only);
  const port = node ? wayOn(node, cadence) : null;
  if (node && port !== null) return { type: 'port', from: node.id, port };
  // In a cadence of one connection there is but one place to go on.
  const [way, ...others] = cadence.edges;
  return way && others.length === 0 && !node ? { type: 'edge', edge: way.id } : { type: 'free' };
}

/** Whether something of the palette can stand there. */
export function fits(item: PaletteItem, spot: Spot, cadence: Cadence): boolean {
  const sample = item.make('sample', cadence);
  const { kind } = sample;
  const leadsOn = portsOf(sample, cadence).length > 0;
  switch (spot.type) {
    case 'free':
      return true;
    case 'before':
      return leadsOn;
    case 'edge':
      return leadsOn && kind !== 'entry';
    case 'port': {
      const taken = cadence.edges.some(
        ({ from, port }) => from === spot.from && port === spot.port
      );
      return kind !== 'entry' && kind !== 'note' && (leadsOn || !taken);
    }
  }
}

/** The edit that puts a step there; `middle` is where it goes when nothing says where. */
export function placeEdit(
  file: CadenceFile,
  spot: Spot,
  node: CadenceNode,
  sizeOf: SizeOf,
  middle: Position
): Edit {
  return placeAt(file, spot, node, sizeOf) ?? addAt(node, spot.at ?? middle, sizeOf(node));
}

function placeAt(file: CadenceFile, spot: Spot, node: CadenceNode, sizeOf: SizeOf): Edit | null {
  switch (spot.type) {
    case 'free':
      return null;
    case 'port':
      return addFrom(file, spot.from, spot.port, node, sizeOf, spot.at ?? null);
    case 'before':
      return addBefore(file, spot.to, node, spot.at, sizeOf(node));
    case 'edge':
      return insertOnEdge(file, spot.edge, node, sizeOf, spot.at ?? null);
  }
}

/** The spot in words: `after Call 2`, `between Call 2 and Won`; empty when it is just anywhere. */
export function spotWords(spot: Spot, cadence: Cadence): string {
  const name = (id: NodeId) => {
    const node = cadence.nodes.find((each) => each.id === id);
    return node ? titleOf(node) : 'a step';
  };
  switch (spot.type) {
    case 'free':
      return '';
    case 'before':
      return `before ${name(spot.to)}`;
    case 'edge': {
      const edge = cadence.edges.find(({ id }) => id === spot.edge);
      return edge ? `between ${name(edge.from)} and ${name(edge.to)}` : '';
    }
    case 'port': {
      const edge = cadence.edges.find(({ from, port }) => from === spot.from && port === spot.port);
      if (edge) return `between ${name(spot.from)} and ${name(edge.to)}`;
      return `after ${name(spot.from)}`;
    }
  }
}

import * as fc from 'fast-check';
import {
  blankCadenceFile,
  canConnect,
  newNode,
  portsOf,
  type Cadence,
  type CadenceNode,
  type NodeKind
} from '$lib/domain';
import { SAMPLE_ID } from './sample-file';

const KINDS: readonly NodeKind[] = [
  'entry',
  'stage',
  'action',
  'action',
  'wait',
  'branch',
  'fork',
  'join',
  'exit',
  'note'
];

function nodeOf(kind: NodeKind, index: number): CadenceNode {
  const id = `n${index}`;
  if (kind !== 'action') return newNode(kind, id, { name: `Step ${index}` });
  const routes = index % 2 === 0 ? ['interested', 'not-interested'] : [];
  return newNode('action', id, { name: `Step ${index}`, routes });
}

/** Cadences of any shape that can be drawn: loops, loose ends, several entries, notes. */
export const anyCadence: fc.Arbitrary<Cadence> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 0, maxLength: 16 }),
    targets: fc.array(fc.option(fc.nat({ max: 15 }), { freq: 6 }), { maxLength: 40 })
  })
  .map(({ kinds, targets }) => {
    const blank = blankCadenceFile({ id: SAMPLE_ID, name: 'Any', tz: 'UTC' }).cadence;
    const nodes = kinds.map(nodeOf);
    let cadence: Cadence = { ...blank, nodes, edges: [], handlers: [], moves: [] };
    const ports = nodes.flatMap((node) =>
      portsOf(node, cadence).map(({ id }) => ({ from: node.id, port: id }))
    );
    ports.forEach(({ from, port }, index) => {
      const target = targets[index] ?? null;
      const to = target === null ? undefined : nodes[target]?.id;
      if (to === undefined || canConnect(cadence, from, port, to) !== true) return;
      const edge = { id: `e${index}`, from, port, to };
      cadence = { ...cadence, edges: [...cadence.edges, edge] };
    });
    return cadence;
  });

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.js';

/**
 * Cadences of any size, as files: rows of calls, emails and gaps side by side behind one split, each
 * with its end, to which every fourth step may lead as well.
 * @typedef {{ id: string, kind: string, name: string, [field: string]: unknown }} Step
 */

const EXAMPLE = JSON.parse(
  readFileSync(join(ROOT, 'static/examples/six-step-follow-up.json'), 'utf8')
);

/** @param {string} name @param {number} steps @param {number} columns */
export function wideCadence(name, steps, columns) {
  const rows = Math.floor((steps - 2) / columns);
  /** @type {Step[]} */
  const nodes = [
    { id: 'start', kind: 'entry', name: 'New leads', source: 'Trade fair list' },
    {
      id: 'split',
      kind: 'branch',
      name: 'Which way?',
      by: {
        type: 'split',
        cases: range(columns).map((c) => ({
          id: `way-${c}`,
          name: `Way ${c + 1}`,
          weight: Math.floor(100 / columns) + (c < 100 % columns ? 1 : 0)
        }))
      }
    }
  ];
  const edges = [edge(0, 'start', 'next', 'split')];
  for (const column of range(columns)) {
    let [from, port] = ['split', `way-${column}`];
    for (const row of range(rows)) {
      const node = row === rows - 1 ? end(column) : stepOf(column, row);
      nodes.push(node);
      edges.push(edge(edges.length, from, port, node.id));
      if (node.kind === 'action' && row % 4 === 0) {
        edges.push(edge(edges.length, node.id, 'interested', `end-${column}`));
      }
      [from, port] = [node.id, node.kind === 'action' ? 'done' : 'next'];
    }
  }
  return fileOf(name, nodes, edges);
}

/** One long row, from which `ways` long edges lead to one end. @param {string} name @param {number} steps @param {number} ways */
export function longCadence(name, steps, ways) {
  const row = range(steps - 2).map((n) => stepOf(0, n % 2 === 0 ? n * 6 : n * 6 + 1));
  const nodes = [
    { id: 'start', kind: 'entry', name: 'New leads', source: 'Trade fair list' },
    ...row,
    end(0)
  ];
  const edges = nodes
    .slice(1)
    .map(({ id }, n) =>
      edge(n, nodes[n]?.id ?? '', nodes[n]?.kind === 'action' ? 'done' : 'next', id)
    );
  for (const way of range(ways)) {
    const from = row[Math.floor((way * row.length) / ways) & ~1];
    if (from?.kind === 'action') edges.push(edge(edges.length, from.id, 'interested', 'end-0'));
  }
  return fileOf(name, nodes, edges);
}

/** @param {number} column @param {number} row @returns {Step} */
function stepOf(column, row) {
  const id = `step-${column}-${row}`;
  if (row % 3 === 1) return { ...like('wait'), id, name: `Gap ${row}` };
  const channel = row % 2 === 0 ? 'call' : 'email';
  const name = `Follow-up ${column + 1}.${row + 1}`;
  return { ...like('action', channel), id, name, routes: ['interested'] };
}

/** A step of the example, to be made another. @param {string} kind @param {string} [channel] @returns {Step} */
function like(kind, channel) {
  return EXAMPLE.cadence.nodes.find(
    (/** @type {Step} */ node) => node.kind === kind && (!channel || node['channel'] === channel)
  );
}

/** @param {number} column @returns {Step} */
function end(column) {
  return { id: `end-${column}`, kind: 'exit', name: `Done ${column + 1}`, result: 'completed' };
}

/** @param {number} n @param {string} from @param {string} port @param {string} to */
function edge(n, from, port, to) {
  return { id: `e${n}`, from, port, to };
}

/** The example with other steps. @param {string} name @param {readonly Step[]} nodes @param {readonly ReturnType<typeof edge>[]} edges */
function fileOf(name, nodes, edges) {
  const { cadence, scenarios, ...rest } = EXAMPLE;
  const used = new Set(edges.map(({ from, port }) => `${from} ${port}`));
  const steps = nodes.map((node) =>
    node.kind === 'action' && !used.has(`${node.id} interested`) ? { ...node, routes: [] } : node
  );
  return {
    ...rest,
    cadence: { ...cadence, name, nodes: steps, edges, rules: [] },
    layout: { direction: 'down', positions: {} },
    scenarios: [{ ...scenarios[0], steps: {}, signals: [] }]
  };
}

/** @param {number} count */
function range(count) {
  return Array.from({ length: count }, (_, n) => n);
}

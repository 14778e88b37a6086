import {
  freeId,
  type BranchBy,
  type BranchNode,
  type Cadence,
  type Edit,
  type Slug
} from '$lib/domain';
import { withoutWays } from './update';

export type Case = BranchBy['cases'][number];
export type BranchType = BranchBy['type'];

/** Tells the ways apart by something else; ways keep their ids, names and edges. */
export function branchBy(cadence: Cadence, node: BranchNode, type: BranchType): Edit {
  const { cases } = node.by;
  const by = rebuilt(
    cases.map(({ id, name }, index) => newCase(type, id, name, shareOf(index, cases.length))),
    type
  );
  return withoutWays(cadence, { ...node, by }, type === 'split' ? ['default'] : []);
}

export function addCase(cadence: Cadence, node: BranchNode): Edit {
  const taken = [...node.by.cases.map(({ id }) => id), 'default', 'done', 'held', 'refused'];
  const number = node.by.cases.length + 1;
  const id = freeId(taken, `way-${number}`);
  const added = newCase(node.by.type, id, `Way ${number}`, 0);
  return withoutWays(cadence, withCases(node, [...node.by.cases, added]), []);
}

export function removeCase(cadence: Cadence, node: BranchNode, id: Slug): Edit {
  const left = node.by.cases.filter((each) => each.id !== id);
  return withoutWays(cadence, withCases(node, left), [id]);
}

export function changeCase(node: BranchNode, changed: Case): Edit {
  const cases = node.by.cases.map((each) => (each.id === changed.id ? changed : each));
  return { kind: 'updateNode', node: withCases(node, cases) };
}

/** Asks this way one place earlier: the first that holds wins. */
export function raiseCase(node: BranchNode, id: Slug): Edit {
  const cases = [...node.by.cases];
  const at = cases.findIndex((each) => each.id === id);
  const [moved] = at > 0 ? cases.splice(at, 1) : [];
  if (moved) cases.splice(at - 1, 0, moved);
  return { kind: 'updateNode', node: withCases(node, cases) };
}

function withCases(node: BranchNode, cases: readonly Case[]): BranchNode {
  return { ...node, by: { ...node.by, cases } as BranchBy };
}

function rebuilt(cases: readonly Case[], type: BranchType): BranchBy {
  return { type, cases } as BranchBy;
}

function newCase(type: BranchType, id: Slug, name: string, weight: number): Case {
  switch (type) {
    case 'condition':
      return { id, name, when: { 'count.touches': { $gte: 1 } } };
    case 'disposition':
      return { id, name, dispositions: [] };
    case 'signal':
      return { id, name, signal: 'reply' };
    case 'split':
      return { id, name, weight };
  }
}

/** Whole shares of 100 that sum to it. */
function shareOf(index: number, count: number): number {
  return Math.floor((100 * (index + 1)) / count) - Math.floor((100 * index) / count);
}

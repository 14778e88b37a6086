import type { Cadence, NodeId } from '$lib/domain';
import { fold, matchText, wordsOf, type Folded, type Range } from './match-text';
import { textsOf, TEXT_GROUPS, type TextGroup } from './texts-of';

/** A text of a step that can be looked for. */
interface Entry {
  readonly id: NodeId;
  readonly group: TextGroup;
  readonly folded: Folded;
}

export type FindIndex = readonly Entry[];

/** A step that was found, and by what. */
export interface Hit {
  readonly id: NodeId;
  readonly group: TextGroup;
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** Everything that can be looked for, in the order of the list. */
export function findIndex(cadence: Cadence, order: readonly NodeId[]): FindIndex {
  const nodes = new Map(cadence.nodes.map((node) => [node.id, node]));
  const ids = [...new Set([...order, ...nodes.keys()])];
  return ids.flatMap((id) => {
    const node = nodes.get(id);
    return node
      ? textsOf(node, cadence).map(({ group, text }) => ({ id, group, folded: fold(text) }))
      : [];
  });
}

/** The steps that hold all words in one of their texts; each once, by the first group that has them. */
export function findSteps(index: FindIndex, query: string): readonly Hit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const best = new Map<NodeId, Hit>();
  const rank = (group: TextGroup) => TEXT_GROUPS.indexOf(group);
  for (const { id, group, folded } of index) {
    const before = best.get(id);
    if (before && rank(before.group) <= rank(group)) continue;
    const ranges = matchText(folded, words);
    if (ranges) best.set(id, { id, group, text: folded.text, ranges });
  }
  return [...best.values()].sort((a, b) => rank(a.group) - rank(b.group));
}

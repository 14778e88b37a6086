import type { Cadence, CadenceDiff, EdgeId, NodeId } from '$lib/domain';

/** How something stands to what it was; the words are those on screen. */
export type Mark = 'added' | 'removed' | 'changed';

export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed'
};

/** One line of what differs between two versions. */
export interface Change {
  readonly id: string;
  readonly mark: Mark;
  readonly words: string;
  /** Each property that differs, in words. */
  readonly details: readonly string[];
  /** The step to look at; null for what is not on the canvas. */
  readonly node: NodeId | null;
}

/** Everything that differs, steps first, then connections, then settings. */
export function changesOf(diff: CadenceDiff, before: Cadence, after: Cadence): readonly Change[] {
  return [
    ...diff.steps.map((step) => ({
      id: `step ${step.change} ${step.node}`,
      mark: step.change,
      words: step.words,
      details: step.fields.map(({ words }) => words),
      node: step.node
    })),
    ...diff.connections.map(({ change, edge, words }): Change => {
      const { edges } = change === 'removed' ? before : after;
      const from = edges.find(({ id }) => id === edge)?.from ?? null;
      const mark = change === 'rerouted' ? 'changed' : change;
      return { id: `way ${change} ${edge}`, mark, words, details: [], node: from };
    }),
    ...diff.settings.map(({ path, before: old, after: fresh, words }): Change => ({
      id: `setting ${path}`,
      mark: old === undefined ? 'added' : fresh === undefined ? 'removed' : 'changed',
      words,
      details: [],
      node: null
    }))
  ];
}

export function countOf({ steps, connections, settings }: CadenceDiff): number {
  return steps.length + connections.length + settings.length;
}

/** `3 changes`; nothing for none. */
export function countWords(diff: CadenceDiff): string {
  const count = countOf(diff);
  return count === 1 ? '1 change' : `${count} changes`;
}

/** How far the changes reach. */
export const EXTENT_WORDS: Readonly<Record<CadenceDiff['extent'], string>> = {
  none: 'Nothing has changed.',
  text: 'Only wording has changed: what happens, and when, stays as it is.',
  timing: 'When things happen has changed; the steps and ways stay as they are.',
  structure: 'Which steps there are, where they lead, or what is allowed has changed.'
};

/** What is marked on each of two drawings. */
export interface Marks {
  readonly nodes: ReadonlyMap<NodeId, Mark>;
  readonly edges: ReadonlyMap<EdgeId, Mark>;
}

export const NO_MARKS: Marks = { nodes: new Map(), edges: new Map() };

/** The marks on the drawing of what was, and on that of what is. */
export function marksOf(
  diff: CadenceDiff,
  before: Cadence
): { readonly before: Marks; readonly after: Marks } {
  const old = { nodes: new Map<NodeId, Mark>(), edges: new Map<EdgeId, Mark>() };
  const fresh = { nodes: new Map<NodeId, Mark>(), edges: new Map<EdgeId, Mark>() };
  for (const { change, node } of diff.steps) {
    if (change !== 'added') old.nodes.set(node, change);
    if (change !== 'removed') fresh.nodes.set(node, change);
  }
  for (const { change, edge, was } of diff.connections) {
    const mark = change === 'rerouted' ? 'changed' : change;
    if (change === 'removed') old.edges.set(edge, mark);
    else fresh.edges.set(edge, mark);
    if (was !== undefined && before.edges.some(({ id }) => id === was)) old.edges.set(was, mark);
  }
  return { before: old, after: fresh };
}

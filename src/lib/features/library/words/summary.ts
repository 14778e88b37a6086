import type { Cadence, Channel } from '$lib/domain';

/** A cadence's name, or what stands for it. */
export function nameOf({ name }: Pick<Cadence, 'name'>): string {
  return name.trim() || 'Unnamed cadence';
}

/** How many touches and tasks it holds. */
export function stepsOf({ nodes }: Pick<Cadence, 'nodes'>): number {
  return nodes.filter((node) => node.kind === 'action').length;
}

export function stepWords(steps: number): string {
  return steps === 0 ? 'No steps yet' : `${steps} step${steps === 1 ? '' : 's'}`;
}

/** Its channels, each once, in the order of the file. */
export function channelsOf({ nodes }: Pick<Cadence, 'nodes'>): readonly Channel[] {
  return [...new Set(nodes.flatMap((node) => (node.kind === 'action' ? [node.channel] : [])))];
}

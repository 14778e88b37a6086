import type { CadenceNode, Channel, NodeKind } from '$lib/domain';
import { toneOf } from '$lib/drawing';

/** Which icon a step has: that of its channel, its verdict or its kind. */
export type IconKey = Channel | Exclude<NodeKind, 'action' | 'exit'> | 'won' | 'lost' | 'out';

/** The inside of each icon: shapes in 24 by 24 units, drawn in the color of lines. */
export type Icons = Readonly<Partial<Record<IconKey, string>>>;

export function iconOf(node: CadenceNode): IconKey {
  if (node.kind === 'action') return node.channel;
  if (node.kind !== 'exit') return node.kind;
  const tone = toneOf(node);
  return tone === 'won' || tone === 'lost' ? tone : 'out';
}

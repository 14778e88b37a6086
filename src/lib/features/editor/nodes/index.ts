import type { NodeTypes } from '@xyflow/svelte';
import CardNode from './CardNode.svelte';
import NoteNode from './NoteNode.svelte';
import PillNode from './PillNode.svelte';
import StageNode from './StageNode.svelte';

/** How each kind is drawn: work as cards, what takes no work as pills. One constant object. */
export const nodeTypes: NodeTypes = {
  entry: CardNode,
  action: CardNode,
  branch: CardNode,
  handoff: CardNode,
  stage: StageNode,
  wait: PillNode,
  fork: PillNode,
  join: PillNode,
  exit: PillNode,
  note: NoteNode
};

import type { NodeId, Position } from '$lib/domain';
import { aligned, distributed, type Alignment, type Axis, type Box } from '../commands/arrange';
import type { Workspace } from '../desk/workspace.svelte';

/** Brings the selected steps into one line; one step of undo. */
export function align(workspace: Workspace, how: Alignment): void {
  const boxes = boxesOf(workspace);
  if (boxes.length < 2) return workspace.announce('Select two or more steps to align them.');
  place(workspace, aligned(boxes, how), `Align ${boxes.length} steps ${WORDS[how]}`);
}

/** Gives the selected steps equal gaps; one step of undo. */
export function distribute(workspace: Workspace, axis: Axis): void {
  const boxes = boxesOf(workspace);
  if (boxes.length < 3) return workspace.announce('Select three or more steps to distribute them.');
  place(workspace, distributed(boxes, axis), `Distribute ${boxes.length} steps ${axis}`);
}

const WORDS: Readonly<Record<Alignment, string>> = {
  left: 'on the left',
  center: 'on one center',
  right: 'on the right',
  top: 'at the top',
  middle: 'on one middle',
  bottom: 'at the bottom'
};

function boxesOf({ editor, hand }: Workspace): readonly Box[] {
  return editor.cadence.nodes.flatMap((node) => {
    const at = editor.file.layout.positions[node.id];
    return at && editor.selection.nodes.has(node.id)
      ? [{ id: node.id, ...at, ...hand.sizeOf(node) }]
      : [];
  });
}

function place(
  workspace: Workspace,
  positions: Readonly<Record<NodeId, Position>>,
  label: string
): void {
  if (Object.keys(positions).length === 0) return workspace.announce('They are so already.');
  if (workspace.editor.do({ kind: 'moveNodes', positions }, label).ok) {
    workspace.announce(`${label}: done.`);
  }
}

import type { NodeId, Position } from '$lib/domain';
import { removeSelected } from '../commands/remove';
import type { EditorState } from '../editor-state.svelte';

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0]
};
const STEP = 5;
const LEAP = 20;

/** Arrow keys nudge what is selected (farther with Shift), Delete deletes it, Escape lets go. */
export function onCanvasKey(event: KeyboardEvent, editor: EditorState): void {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const direction = DIRECTIONS[event.key];
  if (direction && editor.selection.nodes.size > 0) {
    event.preventDefault();
    event.stopPropagation();
    nudge(editor, direction, event.shiftKey ? LEAP : STEP);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    const edit = removeSelected(editor.cadence, editor.selection);
    if (!edit) return;
    event.preventDefault();
    // The node that the key was pressed on is gone now and can no longer listen.
    event.stopPropagation();
    editor.do(edit);
  } else if (event.key === 'Escape' && !editor.selection.isEmpty) {
    editor.selection.clear();
  }
}

function nudge(editor: EditorState, [x, y]: readonly [number, number], by: number): void {
  const positions: Record<NodeId, Position> = {};
  for (const id of editor.selection.nodes) {
    const place = editor.file.layout.positions[id] ?? { x: 0, y: 0 };
    positions[id] = { x: place.x + x * by, y: place.y + y * by };
  }
  editor.do({ kind: 'moveNodes', positions });
}

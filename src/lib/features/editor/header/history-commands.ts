import type { Command } from '$lib/ui';
import type { EditorState } from '../editor-state.svelte';

/** Undo and redo, on every view of a cadence. */
export function historyCommands(editor: EditorState): readonly Command[] {
  const group = 'Editor';
  const undo = { group, whileTyping: true, run: () => editor.undo() };
  const redo = { group, whileTyping: true, run: () => editor.redo() };
  return [
    { id: 'undo', label: 'Undo', shortcut: 'mod+z', ...undo },
    { id: 'redo', label: 'Redo', shortcut: 'mod+shift+z', ...redo },
    { id: 'redo-y', label: 'Redo', shortcut: 'mod+y', hidden: true, ...redo }
  ];
}

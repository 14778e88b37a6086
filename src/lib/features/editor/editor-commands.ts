import type { Command } from '$lib/ui';
import type { EditorState } from './editor-state.svelte';

interface Tools {
  readonly tidy: () => void;
  readonly fit: () => void;
  /** Goes to the list of steps that can be added. */
  readonly add: () => void;
  readonly problems: () => void;
}

/** What the palette and the keyboard offer while a cadence is open on the canvas. */
export function editorCommands(editor: EditorState, tools: Tools): readonly Command[] {
  const group = 'Editor';
  return [
    {
      id: 'undo',
      label: 'Undo',
      shortcut: 'mod+z',
      whileTyping: true,
      group,
      run: () => editor.undo()
    },
    {
      id: 'redo',
      label: 'Redo',
      shortcut: 'mod+shift+z',
      whileTyping: true,
      group,
      run: () => editor.redo()
    },
    {
      id: 'redo-y',
      label: 'Redo',
      shortcut: 'mod+y',
      whileTyping: true,
      hidden: true,
      group,
      run: () => editor.redo()
    },
    { id: 'add-step', label: 'Add a step', shortcut: '/', group, run: tools.add },
    {
      id: 'tidy',
      label: 'Tidy up',
      also: 'lay out arrange the steps',
      shortcut: 't',
      group,
      run: tools.tidy
    },
    {
      id: 'fit',
      label: 'Fit into view',
      also: 'zoom show everything',
      shortcut: 'f',
      group,
      run: tools.fit
    },
    {
      id: 'problems',
      label: 'Show or hide problems',
      also: 'errors warnings',
      shortcut: 'p',
      group,
      run: tools.problems
    },
    {
      id: 'select-all',
      label: 'Select all steps',
      group,
      run: () => editor.selection.set(editor.cadence.nodes.map((node) => node.id))
    }
  ];
}

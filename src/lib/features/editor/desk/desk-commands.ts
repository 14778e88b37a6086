import type { Command } from '$lib/ui';
import { problemCommands } from '../problems/problem-commands';
import type { Workspace } from './workspace.svelte';

/** What the palette and the keyboard offer while a cadence is open. `add` goes to the list of steps that can be added. */
export function deskCommands(workspace: Workspace, add: () => void): readonly Command[] {
  return [
    ...historyCommands(workspace),
    ...viewCommands(workspace, add),
    ...problemCommands(workspace)
  ];
}

function historyCommands({ editor }: Workspace): readonly Command[] {
  const group = 'Editor';
  const undo = { group, whileTyping: true, run: () => editor.undo() };
  const redo = { group, whileTyping: true, run: () => editor.redo() };
  return [
    { id: 'undo', label: 'Undo', shortcut: 'mod+z', ...undo },
    { id: 'redo', label: 'Redo', shortcut: 'mod+shift+z', ...redo },
    { id: 'redo-y', label: 'Redo', shortcut: 'mod+y', hidden: true, ...redo }
  ];
}

function viewCommands(workspace: Workspace, add: () => void): readonly Command[] {
  const group = 'Editor';
  const { editor, hand } = workspace;
  return [
    { id: 'add-step', label: 'Add a step', shortcut: '/', group, run: add },
    {
      id: 'tidy',
      label: 'Tidy up',
      also: 'lay out arrange the steps',
      shortcut: 't',
      group,
      run: () => workspace.tidy()
    },
    {
      id: 'fit',
      label: 'Fit into view',
      also: 'zoom show everything',
      shortcut: 'f',
      group,
      run: () => void hand.fit()
    },
    {
      id: 'select-all',
      label: 'Select all steps',
      group,
      run: () => editor.selection.set(editor.cadence.nodes.map((node) => node.id))
    }
  ];
}

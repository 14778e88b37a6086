import type { Command } from '$lib/ui';
import { addCommands } from '../add/add-commands';
import { arrangeCommands } from '../arrange/arrange-commands';
import { problemCommands } from '../problems/problem-commands';
import type { Workspace } from './workspace.svelte';

/** What the palette and the keyboard offer while a cadence is open. */
export function deskCommands(workspace: Workspace): readonly Command[] {
  return [
    ...historyCommands(workspace),
    ...addCommands(workspace),
    ...viewCommands(workspace),
    ...arrangeCommands(workspace),
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

function viewCommands(workspace: Workspace): readonly Command[] {
  const group = 'Editor';
  const { hand } = workspace;
  return [
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
    }
  ];
}

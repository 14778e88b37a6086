import type { Command } from '$lib/ui';
import { addCommands } from '../add/add-commands';
import { arrangeCommands } from '../arrange/arrange-commands';
import { layoutCommands } from '../canvas/layout-commands';
import { findCommands } from '../find/find-commands';
import { outlineCommands } from '../outline/outline-commands';
import { problemCommands } from '../problems/problem-commands';
import type { Workspace } from './workspace.svelte';

/** What the palette and the keyboard offer while a cadence is open. */
export function deskCommands(workspace: Workspace): readonly Command[] {
  return [
    ...addCommands(workspace),
    ...viewCommands(workspace),
    ...layoutCommands(workspace),
    ...arrangeCommands(workspace),
    ...findCommands(workspace),
    ...outlineCommands(workspace),
    ...problemCommands(workspace)
  ];
}

function viewCommands(workspace: Workspace): readonly Command[] {
  const group = 'Editor';
  const { hand } = workspace;
  return [
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

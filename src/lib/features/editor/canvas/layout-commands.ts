import type { Command } from '$lib/ui';
import type { Workspace } from '../desk/workspace.svelte';
import { frameSelection, frameTeams } from '../frames/frame-actions';

/** What lays the drawing out. */
export function layoutCommands(workspace: Workspace): readonly Command[] {
  const group = 'Editor';
  const { editor } = workspace;
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
      id: 'tidy-selection',
      label: 'Tidy the selected steps',
      also: 'lay out arrange only these',
      shortcut: 'shift+t',
      group,
      run: () => {
        const { nodes } = editor.selection;
        if (nodes.size > 1) workspace.tidy(nodes);
      }
    },
    {
      id: 'frame',
      label: 'Frame the selected steps',
      also: 'group box team stage color',
      shortcut: 'shift+b',
      group,
      run: () => frameSelection(workspace)
    },
    {
      id: 'frame-teams',
      label: 'Frame by team',
      also: 'group box role color',
      group,
      run: () => frameTeams(workspace)
    },
    {
      id: 'turn',
      label: 'Run downwards or to the right',
      also: 'direction horizontal vertical layout turn',
      group,
      run: () => workspace.turn()
    }
  ];
}

import type { Command } from '$lib/ui';
import type { Workspace } from '../desk/workspace.svelte';
import { deleteSelected, selectAll, zoomToSelection } from '../menus/actions';
import { align, distribute } from './arranging';

/** Selecting, arranging and multiplying steps. */
export function arrangeCommands(workspace: Workspace): readonly Command[] {
  return [...selectionCommands(workspace), ...alignCommands(workspace)];
}

function selectionCommands(workspace: Workspace): readonly Command[] {
  const group = 'Editor';
  return [
    {
      id: 'select-all',
      label: 'Select all steps',
      shortcut: 'mod+a',
      group,
      run: () => selectAll(workspace)
    },
    {
      id: 'select-mode',
      label: 'Select with a box',
      also: 'rubber band marquee lasso drag mode',
      shortcut: 'v',
      group,
      run: () => workspace.toggleSelecting()
    },
    {
      id: 'duplicate',
      label: 'Duplicate what is selected',
      also: 'copy clone',
      shortcut: 'mod+d',
      group,
      run: () => workspace.clipboard.duplicate()
    },
    {
      id: 'delete-selected',
      label: 'Delete what is selected',
      also: 'remove',
      shortcut: 'delete',
      group,
      run: () => deleteSelected(workspace)
    },
    {
      id: 'zoom-to-selection',
      label: 'Zoom to what is selected',
      shortcut: 'shift+f',
      group,
      run: () => zoomToSelection(workspace)
    },
    {
      id: 'zoom-to-selection-2',
      label: 'Zoom to what is selected',
      shortcut: '2',
      hidden: true,
      group,
      run: () => zoomToSelection(workspace)
    }
  ];
}

function alignCommands(workspace: Workspace): readonly Command[] {
  const group = 'Arrange';
  const line = [
    ['left', 'Align left'],
    ['center', 'Align centers, one below the other'],
    ['right', 'Align right'],
    ['top', 'Align top'],
    ['middle', 'Align middles, side by side'],
    ['bottom', 'Align bottom']
  ] as const;
  const spread = ['horizontally', 'vertically'] as const;
  return [
    ...line.map(([how, label]) => ({
      id: `align-${how}`,
      label,
      group,
      run: () => align(workspace, how)
    })),
    ...spread.map((axis) => ({
      id: `distribute-${axis}`,
      label: `Distribute ${axis}`,
      also: 'space gaps evenly',
      group,
      run: () => distribute(workspace, axis)
    }))
  ];
}

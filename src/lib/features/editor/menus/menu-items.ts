import Workflow from '@lucide/svelte/icons/workflow';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Copy from '@lucide/svelte/icons/copy';
import CopyPlus from '@lucide/svelte/icons/copy-plus';
import Focus from '@lucide/svelte/icons/scan-search';
import Group from '@lucide/svelte/icons/group';
import Maximize from '@lucide/svelte/icons/maximize';
import Plus from '@lucide/svelte/icons/plus';
import Scissors from '@lucide/svelte/icons/scissors';
import SquareDashed from '@lucide/svelte/icons/square-dashed-mouse-pointer';
import Trash from '@lucide/svelte/icons/trash-2';
import type { Position } from '$lib/domain';
import type { MenuItem } from '$lib/ui';
import { spotBeside } from '../add/spot';
import type { Workspace } from '../desk/workspace.svelte';
import { frameSelection } from '../frames/frame-actions';
import { deleteSelected, fromClipboard, selectAll, toClipboard, zoomToSelection } from './actions';
import type { MenuSubject } from './menus.svelte';

export function menuLabel({ type }: MenuSubject): string {
  return { steps: 'Selected steps', edge: 'Connection', canvas: 'Canvas' }[type];
}

/** What can be done with what the menu is about; `at` is where on the screen it is open. */
export function menuItems(
  workspace: Workspace,
  about: MenuSubject,
  at: Position
): readonly MenuItem[] {
  switch (about.type) {
    case 'steps':
      return stepItems(workspace, at);
    case 'edge':
      return edgeItems(workspace, at);
    case 'canvas':
      return canvasItems(workspace, about.at, at);
  }
}

function stepItems(workspace: Workspace, at: Position): readonly MenuItem[] {
  const { editor, clipboard } = workspace;
  const many = editor.selection.nodes.size > 1;
  return [
    ...(many ? [] : addItem(workspace, at)),
    {
      id: 'duplicate',
      label: 'Duplicate',
      icon: CopyPlus,
      shortcut: 'mod+d',
      separate: !many,
      run: () => clipboard.duplicate()
    },
    {
      id: 'cut',
      label: 'Cut',
      icon: Scissors,
      shortcut: 'mod+x',
      run: () => void toClipboard(workspace, 'cut')
    },
    {
      id: 'copy',
      label: 'Copy',
      icon: Copy,
      shortcut: 'mod+c',
      run: () => void toClipboard(workspace, 'copy')
    },
    ...(many
      ? [
          {
            id: 'tidy',
            label: 'Tidy these',
            icon: Workflow,
            separate: true,
            run: () => workspace.tidy(editor.selection.nodes)
          },
          {
            id: 'frame',
            label: 'Frame these',
            icon: Group,
            shortcut: 'shift+b',
            run: () => frameSelection(workspace)
          }
        ]
      : []),
    zoomItem(workspace, !many),
    deleteItem(workspace)
  ];
}

function edgeItems(workspace: Workspace, at: Position): readonly MenuItem[] {
  return [...addItem(workspace, at), zoomItem(workspace, true), deleteItem(workspace)];
}

function canvasItems(workspace: Workspace, place: Position, at: Position): readonly MenuItem[] {
  const { adding, hand } = workspace;
  return [
    {
      id: 'add',
      label: 'Add a step here…',
      icon: Plus,
      run: () => adding.ask({ type: 'free', at: place }, at)
    },
    {
      id: 'paste',
      label: 'Paste here',
      icon: ClipboardPaste,
      shortcut: 'mod+v',
      run: () => void fromClipboard(workspace, place)
    },
    {
      id: 'all',
      label: 'Select all',
      icon: SquareDashed,
      shortcut: 'mod+a',
      separate: true,
      run: () => selectAll(workspace)
    },
    {
      id: 'tidy',
      label: 'Tidy up',
      icon: Workflow,
      shortcut: 't',
      run: () => workspace.tidy()
    },
    {
      id: 'fit',
      label: 'Fit into view',
      icon: Maximize,
      shortcut: 'f',
      run: () => void hand.fit()
    }
  ];
}

/** Adds behind the step or into the connection that is selected, where something fits. */
function addItem({ adding, editor }: Workspace, at: Position): readonly MenuItem[] {
  const spot = spotBeside(editor.cadence, editor.selection);
  if (spot.type === 'free') return [];
  return [
    {
      id: 'add',
      label: spot.type === 'edge' ? 'Insert a step…' : 'Add a step after it…',
      icon: Plus,
      shortcut: 'a',
      run: () => adding.ask(spot, at)
    }
  ];
}

function zoomItem(workspace: Workspace, separate: boolean): MenuItem {
  return {
    id: 'zoom',
    label: workspace.editor.selection.nodes.size > 1 ? 'Zoom to these' : 'Zoom to it',
    icon: Focus,
    shortcut: 'shift+f',
    separate,
    run: () => zoomToSelection(workspace)
  };
}

function deleteItem(workspace: Workspace): MenuItem {
  return {
    id: 'delete',
    label: 'Delete',
    icon: Trash,
    shortcut: 'delete',
    danger: true,
    separate: true,
    run: () => deleteSelected(workspace)
  };
}

import { CLIPBOARD_KEYS } from '../clipboard/clipboard-keys';
import { keyGroup, type Command } from '$lib/ui';
import type { Workspace } from '../desk/workspace.svelte';
import { FIND_KEYS } from '../find/find-keys';
import { CONNECT_KEYS } from '../walk/connect-keys';
import { CANVAS_KEYS } from '../walk/keys';
import { OUTLINE_KEYS } from './outline-keys';

/** Changing between the drawing and the list. */
export function outlineCommands(workspace: Workspace): readonly Command[] {
  return [
    {
      id: 'outline',
      label: 'Show as list or as drawing',
      also: 'outline steps tree view canvas',
      shortcut: 'o',
      group: 'Editor',
      run: () => workspace.chooseView(workspace.view === 'canvas' ? 'outline' : 'canvas')
    },
    {
      id: 'focus-steps',
      label: 'Go to the steps',
      also: 'focus drawing list canvas',
      shortcut: 'g',
      group: 'Editor',
      run: () => (workspace.view === 'canvas' ? workspace.walker.goHome() : workspace.focusStep())
    },
    {
      id: 'focus-settings',
      label: 'Go to the settings',
      also: 'focus inspector properties',
      shortcut: 'shift+g',
      group: 'Editor',
      run: () => void workspace.openSettings()
    }
  ];
}

/** Keys that the drawing, the list and what opens over them listen to. */
export const EDITOR_KEYS = [
  keyGroup('On the drawing', CANVAS_KEYS),
  keyGroup('In the list', OUTLINE_KEYS),
  CLIPBOARD_KEYS,
  keyGroup('While connecting', CONNECT_KEYS),
  keyGroup('While finding', FIND_KEYS)
];

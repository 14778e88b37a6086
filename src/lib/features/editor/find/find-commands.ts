import { titleOf } from '$lib/drawing';
import type { Command } from '$lib/ui';
import type { Workspace } from '../desk/workspace.svelte';

/** Steps that the palette offers at most. */
const MOST = 8;

/** Finding steps by key. */
export function findCommands(workspace: Workspace): readonly Command[] {
  const group = 'Find';
  const { finder } = workspace;
  return [
    {
      id: 'find',
      label: 'Find a step',
      also: 'search look for script field',
      shortcut: 'mod+f',
      whileTyping: true,
      group,
      run: () => (workspace.panel = 'find')
    },
    {
      id: 'find-next',
      label: 'Next step found',
      shortcut: 'mod+g',
      whileTyping: true,
      group,
      run: () => finder.jumpBy(1)
    },
    {
      id: 'find-previous',
      label: 'Previous step found',
      shortcut: 'mod+shift+g',
      whileTyping: true,
      group,
      run: () => finder.jumpBy(-1)
    }
  ];
}

/** The steps that fit what was typed into the palette. */
export function stepCommands(workspace: Workspace, typed: string): readonly Command[] {
  const { editor, finder } = workspace;
  return finder
    .find(typed.replace(/^go to (step )?/i, ''))
    .slice(0, MOST)
    .flatMap(({ id }) => {
      const node = editor.node(id);
      if (!node) return [];
      const label = `Go to step: ${titleOf(node)}`;
      return [{ id: `step-${id}`, label, group: 'Steps', run: () => workspace.show(id) }];
    });
}

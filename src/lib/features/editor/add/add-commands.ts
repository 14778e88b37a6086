import type { Command } from '$lib/ui';
import type { Workspace } from '../desk/workspace.svelte';
import { PALETTE } from '../palette/items';

/** Adding steps beside what is selected: by the little menu, or each by its name. */
export function addCommands({ adding }: Workspace): readonly Command[] {
  const ask = { group: 'Editor', run: () => adding.askBeside() };
  return [
    { id: 'add-step', label: 'Add a step', also: 'insert new', shortcut: '/', ...ask },
    { id: 'add-step-a', label: 'Add a step', shortcut: 'a', hidden: true, ...ask },
    ...PALETTE.map((item) => ({
      id: `add-${item.id}`,
      label: `Add: ${item.name}`,
      also: item.also,
      group: 'Add',
      run: () => adding.addBeside(item)
    }))
  ];
}

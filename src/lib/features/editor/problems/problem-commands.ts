import type { Command } from '$lib/ui';
import type { Workspace } from '../desk/workspace.svelte';
import { mend } from './mend';
import { mendable, nextProblem, stepOf } from './problem-steps';

const group = 'Problems';

/** Going through the problems of the open cadence and mending them, from the keyboard. */
export function problemCommands(workspace: Workspace): readonly Command[] {
  const { editor } = workspace;

  function go(direction: 1 | -1): void {
    const found = nextProblem(editor.cadence, editor.diagnostics, selected(), direction);
    if (!found) return workspace.announce('No problems');
    const step = stepOf(editor.cadence, found);
    if (step === undefined) workspace.panel = 'problems';
    else workspace.show(step);
    workspace.announce(`${found.message} ${found.help}`);
  }

  function mendFirst(): void {
    const found = mendable(editor.cadence, editor.diagnostics, selected());
    if (found) mend(workspace, found);
    else workspace.announce('Nothing that can be mended by itself');
  }

  const selected = () => editor.selected?.id ?? null;
  return [
    {
      id: 'problems',
      label: 'Show or hide problems',
      also: 'errors warnings',
      shortcut: 'p',
      group,
      run: () => workspace.toggle('problems')
    },
    { id: 'next-problem', label: 'Next problem', shortcut: 'f8', group, run: () => go(1) },
    {
      id: 'previous-problem',
      label: 'Previous problem',
      shortcut: 'shift+f8',
      group,
      run: () => go(-1)
    },
    {
      id: 'mend',
      label: 'Mend the first problem that can be mended',
      also: 'quick fix repair',
      shortcut: '.',
      group,
      run: mendFirst
    },
    {
      id: 'paths',
      label: 'Show or hide the paths',
      also: 'analysis fastest slowest verdict touches exits',
      shortcut: 'shift+p',
      group,
      run: () => workspace.toggle('paths')
    }
  ];
}

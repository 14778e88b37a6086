import type { Diagnostic } from '$lib/worker/protocol';
import type { Workspace } from '../desk/workspace.svelte';

/** Applies the quick fix of a problem, if it has one, as one step of undo, and says what came of it. */
export function mend(workspace: Workspace, { fix }: Diagnostic): void {
  if (!fix) return;
  const done = workspace.editor.do(fix.edit, fix.label);
  workspace.announce(done.ok ? `${fix.label}: done` : done.error.message);
}

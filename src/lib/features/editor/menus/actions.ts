import type { Position } from '$lib/domain';
import { toast } from '$lib/ui';
import { removeSelected } from '../commands/remove';
import type { Workspace } from '../desk/workspace.svelte';

/** Deletes what is selected; one step of undo. */
export function deleteSelected(workspace: Workspace): void {
  const { editor } = workspace;
  const edit = removeSelected(editor.cadence, editor.selection);
  if (!edit) return workspace.announce('Nothing is selected.');
  if (editor.do(edit).ok) workspace.announce('Deleted.');
}

export function selectAll(workspace: Workspace): void {
  const { editor } = workspace;
  editor.selection.set(editor.cadence.nodes.map((node) => node.id));
  workspace.announce(`${editor.selection.nodes.size} steps selected.`);
}

/** Brings what is selected into view, as large as it fits; without a selection, everything. */
export function zoomToSelection({ editor, hand }: Workspace): void {
  const { nodes, edges } = editor.selection;
  const ends = editor.cadence.edges.filter(({ id }) => edges.has(id));
  const ids = new Set([...nodes, ...ends.flatMap(({ from, to }) => [from, to])]);
  void (ids.size === 0 ? hand.fit() : hand.zoomTo(ids));
}

/** Copies or cuts what is selected, when it was not the keys that asked for it. */
export async function toClipboard(workspace: Workspace, how: 'copy' | 'cut'): Promise<void> {
  const { clipboard, editor } = workspace;
  const before = editor.cadence;
  const text = how === 'copy' ? clipboard.copied() : clipboard.cut();
  if (text === null) return;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // What was cut and is nowhere would be lost.
    if (how === 'cut' && editor.cadence !== before) editor.undo();
    toast.fail(
      'The browser does not let the clipboard be used',
      `Press Ctrl or ⌘ and ${how === 'copy' ? 'C' : 'X'} instead.`
    );
  }
}

/** Pastes what the clipboard holds, when it was not the keys that asked for it. */
export async function fromClipboard(workspace: Workspace, at: Position | null): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    toast.fail('The browser does not let the clipboard be read', 'Press Ctrl or ⌘ and V instead.');
    return;
  }
  workspace.clipboard.paste(text, at);
}

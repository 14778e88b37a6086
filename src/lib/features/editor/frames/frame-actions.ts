import type { Workspace } from '../desk/workspace.svelte';
import { frameByTeam, frameSteps } from './frame-edits';

/** Puts a frame around the selected steps, or makes theirs larger, and lets one name it. */
export function frameSelection(workspace: Workspace): void {
  const { editor } = workspace;
  const framed = frameSteps(editor.file, editor.selection.nodes);
  if (!framed) return workspace.announce('Select the steps to frame first.');
  if (!editor.do(framed.edit).ok) return;
  workspace.framing.name(framed.id);
  workspace.announce('Framed');
}

/** One frame for each team that has steps. */
export function frameTeams(workspace: Workspace): void {
  const edit = frameByTeam(workspace.editor.file);
  if (!edit) return workspace.announce('No step says who does it.');
  if (workspace.editor.do(edit, 'Frame by team').ok) workspace.announce('Framed by team');
}

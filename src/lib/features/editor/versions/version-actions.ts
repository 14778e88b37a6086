import { fileNameOf, FORMAT, serializeCadenceFile, type Layout } from '$lib/domain';
import type { LayoutService } from '$lib/layout';
import { download } from '$lib/ui';
import type { EditorState } from '../editor-state.svelte';
import { titleOf, type Published } from './published';
import { restoreEdit } from './restore';
import { placesFor } from './together';

const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' });

/** Makes a version the draft again, as one step of undo; says whether it could. */
export async function restoreVersion(
  editor: EditorState,
  layout: LayoutService,
  { cadence, name, number, at }: Published
): Promise<boolean> {
  if (!cadence) return false;
  const { signal } = new AbortController();
  // Without a layout the steps get a place when the drawing is next seen.
  const places = await placesFor(cadence, editor.file, layout, signal).catch(() => null);
  const edit = restoreEdit(editor.file, cadence, places?.positions ?? {});
  const what = name || `version ${number} of ${DATE.format(at)}`;
  return editor.do(edit, `Restore ${what}`).ok;
}

/** Saves a version as a file, drawn as the draft is as far as it has the same steps. */
export function exportVersion(published: Published, layout: Layout): void {
  const { cadence } = published;
  if (!cadence) return;
  const ids = new Set(cadence.nodes.map(({ id }) => id));
  const positions = Object.fromEntries(
    Object.entries(layout.positions).filter(([id]) => ids.has(id))
  );
  const { direction } = layout;
  const text = serializeCadenceFile({
    format: FORMAT,
    cadence,
    layout: { positions, ...(direction && { direction }) },
    scenarios: [],
    linked: []
  });
  download({ name: fileNameOf(`${cadence.name} ${titleOf(published)}`), text });
}

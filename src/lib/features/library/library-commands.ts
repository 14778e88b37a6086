import type { CadenceId } from '$lib/domain';
import type { DraftEntry } from '$lib/storage';
import type { Command } from '$lib/ui';
import { idOf, titleOf } from './library-entry';

interface Tools {
  readonly create: () => void;
  readonly interview: () => void;
  readonly import: () => void;
  readonly open: (id: CadenceId) => void;
}

/** What the palette and the keyboard offer in the library. */
export function libraryCommands(entries: readonly DraftEntry[], tools: Tools): readonly Command[] {
  const opening = entries
    .filter((entry) => entry.type === 'draft')
    .map((entry) => ({
      id: `open-${idOf(entry)}`,
      label: `Open “${titleOf(entry)}”`,
      group: 'Cadences',
      run: () => tools.open(idOf(entry))
    }));
  return [
    {
      id: 'new-cadence',
      label: 'New cadence',
      also: 'create blank example gallery',
      shortcut: 'n',
      group: 'Library',
      run: tools.create
    },
    {
      id: 'interview',
      label: 'New cadence from a few questions',
      also: 'guided start interview wizard propose',
      group: 'Library',
      run: tools.interview
    },
    {
      id: 'import-file',
      label: 'Import a file',
      also: 'upload json open',
      shortcut: 'i',
      group: 'Library',
      run: tools.import
    },
    ...opening
  ];
}

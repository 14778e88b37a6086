import { expect, it } from 'vitest';
import type { DraftEntry } from '$lib/storage';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { libraryCommands } from './library-commands';

it('LIB-15 offers to create, to import, and to open what can be opened, by name', () => {
  const file = fileOf({ ...sixSteps(), name: 'Autumn calls' });
  const history = { undo: [], redo: [] };
  const entries: readonly DraftEntry[] = [
    { type: 'draft', draft: { file, history, updatedAt: 0, rev: '1' } },
    { type: 'damaged', damaged: { cadence: 'x', raw: null, faults: [], rev: '1' } }
  ];
  const ran: string[] = [];
  const commands = libraryCommands(entries, {
    create: () => void ran.push('create'),
    interview: () => void ran.push('interview'),
    import: () => void ran.push('import'),
    open: (id) => void ran.push(id)
  });
  expect(commands.map(({ label }) => label)).toEqual([
    'New cadence',
    'New cadence from a few questions',
    'Import a file',
    'Open “Autumn calls”'
  ]);
  for (const command of commands) command.run();
  expect(ran).toEqual(['create', 'interview', 'import', file.cadence.id]);
});

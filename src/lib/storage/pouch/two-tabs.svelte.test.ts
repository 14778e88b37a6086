import { afterEach, expect, it, vi } from 'vitest';
import { fileOf, sixSteps } from '$tests/support/cadences';
import type { DocumentStore } from '../document-store';
import type { Draft } from '../draft';
import { createDraftStore } from '../draft-store';
import { localAuthor } from '../local-author';
import { openPouch } from './pouch';
import { createPouchStore } from './pouch-store';

const NAME = 'test-two-tabs';
const file = fileOf(sixSteps());
const KEY = file.cadence.id;
const opened: DocumentStore[] = [];

function openTab() {
  const documents = createPouchStore({ name: NAME });
  opened.push(documents);
  return createDraftStore(documents, localAuthor(documents, Math.random));
}

function draftNamed(name: string): Omit<Draft, 'rev'> {
  const named = { ...file, cadence: { ...file.cadence, name } };
  return { file: named, history: { undo: [], redo: [] }, updatedAt: 7 };
}

afterEach(async () => {
  for (const documents of opened.splice(0)) await documents.close();
  await openPouch(NAME).destroy();
});

it('STO-23 STO-24 two tabs over one database: the second hears, conflicts, and can keep both', async () => {
  const [one, two] = [openTab(), openTab()];
  const base = await one.save(draftNamed('Base'), null);
  if (!base.ok) throw new Error(base.error.code);
  const heard = vi.fn();
  two.watch(heard);

  const first = await one.save(draftNamed('First'), base.value.rev);
  if (!first.ok) throw new Error(first.error.code);
  await vi.waitFor(() => {
    expect(heard).toHaveBeenCalledWith({ cadence: KEY, rev: first.value.rev });
  });
  expect(await two.save(draftNamed('Second'), base.value.rev)).toEqual({
    ok: false,
    error: { code: 'conflict' }
  });

  const theirs = await two.open(KEY);
  expect(theirs).toMatchObject({ type: 'draft', draft: { file: { cadence: { name: 'First' } } } });
  const second = draftNamed('Second');
  const copy = { ...second.file.cadence, id: '01jd00000000000000000000zz' };
  expect(
    await two.save({ ...second, file: { ...second.file, cadence: copy } }, null)
  ).toMatchObject({ ok: true });
  expect(await one.list()).toHaveLength(2);
});

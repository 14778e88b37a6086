import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyEdit, invertEdit, type CadenceFile, type Edit } from '$lib/domain';
import { fileOf, sixSteps } from '$tests/support/cadences';
import type { DocumentStore } from './document-store';
import type { Draft } from './draft';
import { createDraftStore } from './draft-store';
import { localAuthor } from './local-author';
import { createMemoryDatabase, type MemoryDatabase } from './memory';

const file = fileOf(sixSteps());
const KEY = file.cadence.id;
const rename: Edit = { kind: 'updateCadence', fields: { name: 'Renamed' } };

function applied(edit: Edit, to: CadenceFile = file): CadenceFile {
  const result = applyEdit(to, edit);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The file renamed once, with the way back. */
const renamed: Omit<Draft, 'rev'> = {
  file: applied(rename),
  history: { undo: [{ label: 'Rename', edit: invertEdit(file, rename) }], redo: [] },
  updatedAt: 7
};

/** A counting stand-in for chance: the same digits in every test. */
function digits(): () => number {
  let n = 0;
  return () => (n++ % 32) / 32;
}

let database: MemoryDatabase;
let documents: DocumentStore;

function open() {
  const own = database.open();
  return createDraftStore(own, localAuthor(own, digits()));
}

async function onlyId(): Promise<string> {
  const [stored] = await documents.list('d:');
  if (!stored) throw new Error('nothing stored');
  return stored.id;
}

beforeEach(() => {
  database = createMemoryDatabase();
  documents = database.open();
});

describe('drafts', () => {
  it('STO-20 STO-25 a draft comes back equal, under its cadence and author', async () => {
    const saved = await open().save(renamed, null);
    if (!saved.ok) throw new Error(saved.error.code);
    expect(await onlyId()).toMatch(new RegExp(`^d:${KEY}:local\\.[0-9a-z]{10}$`));
    const entry = { type: 'draft', draft: { ...renamed, rev: saved.value.rev } };
    expect(await open().open(KEY)).toEqual(entry);
    expect(await open().list()).toEqual([entry]);
    expect(await open().open('01jd00000000000000000000bb')).toBeNull();
  });

  it('STO-25 the author is made once, and drafts of others are not seen', async () => {
    await open().save(renamed, null);
    const again = createDraftStore(
      documents,
      localAuthor(documents, () => 0.99)
    );
    expect(await again.list()).toHaveLength(1);
    await documents.put(`d:${KEY}:somebody.aaaaaaaaaa`, { v: 1 }, null);
    expect(await again.list()).toHaveLength(1);
  });

  it('STO-21 a draft that no longer parses is damaged, with its faults and what is stored', async () => {
    const drafts = open();
    await drafts.save(renamed, null);
    const id = await onlyId();
    const rev = (await documents.get(id))?.rev ?? null;
    const value = { v: 1, file: { format: 1, cadence: 5 }, history: null };
    await documents.put(id, value, rev);
    const [entry] = await drafts.list();
    if (entry?.type !== 'damaged') throw new Error('not damaged');
    expect(entry.damaged.raw).toEqual(value.file);
    expect(entry.damaged.faults.some(({ path }) => path.includes('cadence'))).toBe(true);
  });

  it.each([
    ['text', 'text'],
    ['a list', [1]],
    ['a newer shape', { v: 3 }],
    ['another cadence', { v: 1, file: fileOf({ ...sixSteps(), id: '01jd00000000000000000000cc' }) }]
  ])('STO-21 %s under a draft id is damaged', async (_, value) => {
    const drafts = open();
    await drafts.save(renamed, null);
    const id = await onlyId();
    await documents.put(id, value, (await documents.get(id))?.rev ?? null);
    expect(await drafts.open(KEY)).toMatchObject({
      type: 'damaged',
      damaged: { raw: typeof value === 'object' && 'file' in value ? value.file : value }
    });
  });

  it('STO-22 an undo log is cut where it stops fitting', async () => {
    const drafts = open();
    const fits = renamed.history.undo[0];
    const undo = [{ label: 'Odd', edit: { kind: 'removeNode', id: 'nobody' } }, fits];
    await drafts.save(renamed, null);
    const id = await onlyId();
    const store = async (history: unknown) => {
      await documents.put(
        id,
        { v: 1, ...renamed, history },
        (await documents.get(id))?.rev ?? null
      );
      const entry = await drafts.open(KEY);
      return entry?.type === 'draft' ? entry.draft.history : null;
    };
    expect(await store({ undo, redo: [] })).toEqual({ undo: [fits], redo: [] });
    expect(await store({ undo: [{ label: 'x', edit: { kind: 'fly' } }], redo: 7 })).toEqual({
      undo: [],
      redo: []
    });
    expect(await store('lost')).toEqual({ undo: [], redo: [] });
  });

  it('STO-23 of two tabs that save on the same revision the second is told', async () => {
    const one = open();
    const two = open();
    const saved = await one.save(renamed, null);
    if (!saved.ok) throw new Error(saved.error.code);
    const { rev } = saved.value;
    expect(await one.save({ ...renamed, updatedAt: 8 }, rev)).toMatchObject({ ok: true });
    expect(await two.save({ ...renamed, updatedAt: 9 }, rev)).toEqual({
      ok: false,
      error: { code: 'conflict' }
    });
    const kept = await two.open(KEY);
    expect(kept?.type === 'draft' && kept.draft.updatedAt).toBe(8);
    expect(await two.remove(KEY, rev)).toEqual({ ok: false, error: { code: 'conflict' } });
  });

  it('STO-24 watchers hear of other tabs, not of themselves', async () => {
    const one = open();
    const two = open();
    const mine = vi.fn();
    const theirs = vi.fn();
    one.watch(mine);
    two.watch(theirs);
    const saved = await one.save(renamed, null);
    if (!saved.ok) throw new Error(saved.error.code);
    await vi.waitFor(() => {
      expect(theirs).toHaveBeenCalledExactlyOnceWith({ cadence: KEY, rev: saved.value.rev });
    });
    expect(mine).not.toHaveBeenCalled();
  });

  it('STO-24 a watcher that asks for it hears of its own changes too', async () => {
    const drafts = open();
    const heard = vi.fn();
    const stop = drafts.watch(heard, { own: true });
    const saved = await drafts.save(renamed, null);
    if (!saved.ok) throw new Error(saved.error.code);
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalledExactlyOnceWith({ cadence: KEY, rev: saved.value.rev });
    });
    stop();
    await drafts.remove(KEY, saved.value.rev);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('STO-7 a full device is told, and the draft stays as it was', async () => {
    const drafts = open();
    const saved = await drafts.save(renamed, null);
    if (!saved.ok) throw new Error(saved.error.code);
    database.refuseWrites({ code: 'full', message: 'no room' });
    expect(await drafts.save({ ...renamed, updatedAt: 9 }, saved.value.rev)).toMatchObject({
      ok: false,
      error: { code: 'full' }
    });
    const kept = await drafts.open(KEY);
    expect(kept?.type === 'draft' && kept.draft.updatedAt).toBe(7);
  });
});

/** What undo logs without an end must do over every adapter of the document port, as tests. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyEdit, invertEdit, type CadenceFile, type Edit } from '$lib/domain';
import { fileOf, sixSteps } from '$tests/support/cadences';
import type { StorageHarness } from '../acceptance';
import type { DocumentStore } from '../document-store';
import type { Draft, DraftStore } from '../draft';
import { createDraftStore } from '../draft-store';
import { localAuthor } from '../local-author';
import { earlierOf, EMPTY_HISTORY, newest, record, stepBack } from './edit-history';
import type { EditHistory } from './history';
import { wantedPart, withoutPart, withPart } from './reading';

const BASE = fileOf(sixSteps());
const KEY = BASE.cadence.id;

interface Work {
  readonly file: CadenceFile;
  readonly history: EditHistory;
}

function applied(file: CadenceFile, edit: Edit): CadenceFile {
  const result = applyEdit(file, edit);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The cadence renamed so many times, each a step of its own. */
function renamed({ file, history }: Work, times: number): Work {
  for (let n = 0; n < times; n++) {
    const name = `${file.cadence.name.split(' ')[0]} ${n}`;
    const edit: Edit = { kind: 'updateCadence', fields: { name } };
    history = record(history, { label: `Rename to ${name}`, edit: invertEdit(file, edit) });
    file = applied(file, edit);
  }
  return { file, history };
}

const FRESH: Work = { file: BASE, history: EMPTY_HISTORY };

function contentOf({ file, history }: Work): Omit<Draft, 'rev'> {
  return { file, history, updatedAt: 7 };
}

export function acceptHistory(name: string, createHarness: () => Promise<StorageHarness>): void {
  describe(`undo logs: ${name}`, () => {
    let harness: StorageHarness;
    let documents: DocumentStore;

    beforeEach(async () => {
      harness = await createHarness();
      documents = harness.open();
    });
    afterEach(() => harness.dispose());

    function openStore(): DraftStore {
      const own = harness.open();
      return createDraftStore(
        own,
        localAuthor(own, () => 0.5)
      );
    }

    async function saved(store: DraftStore, work: Work, rev: string | null): Promise<string> {
      const result = await store.save(contentOf(work), rev);
      if (!result.ok) throw new Error(result.error.code);
      return result.value.rev;
    }

    async function opened(store: DraftStore): Promise<Draft> {
      const entry = await store.open(KEY);
      if (entry?.type !== 'draft') throw new Error('not stored');
      return entry.draft;
    }

    /** Everything undone that can be, reading parts as they are wanted; how many steps that were. */
    async function undoAll(store: DraftStore, work: Work): Promise<Work & { steps: number }> {
      let { file, history } = work;
      for (let steps = 0; ; steps++) {
        for (let id = wantedPart(history); id !== null; id = wantedPart(history)) {
          const entries = await store.readPart(KEY, id);
          history = entries ? withPart(history, id, entries) : withoutPart(history, id);
        }
        const entry = newest(history, 'undo');
        if (!entry) return { file, history, steps };
        const redo = { label: entry.label, edit: invertEdit(file, entry.edit) };
        file = applied(file, entry.edit);
        history = stepBack(history, redo);
      }
    }

    const partIds = async () => (await documents.list('u:')).map(({ id }) => id);

    it('STO-40 a log of any length comes back, and undoing all of it gives the first file', async () => {
      const work = renamed(FRESH, 1234);
      await saved(openStore(), work, null);
      const store = openStore();
      const draft = await opened(store);
      expect(draft.file).toEqual(work.file);
      const undone = await undoAll(store, draft);
      expect(undone.steps).toBe(1234);
      expect(undone.file).toEqual(BASE);
      expect(undone.history.undo).toEqual([]);
      expect(earlierOf(undone.history, 'redo').length).toBeGreaterThan(5);
    });

    it('STO-41 a save writes the newest steps only: what was written before stays as it is', async () => {
      const store = openStore();
      const first = renamed(FRESH, 1000);
      const rev = await saved(store, first, null);
      const revs = async () => (await documents.list('u:')).map(({ id, rev }) => `${id} ${rev}`);
      const before = await revs();
      expect(before.length).toBeGreaterThan(5);
      await saved(store, renamed(first, 60), rev);
      const after = await revs();
      expect(after).toEqual(expect.arrayContaining(before));
      expect(after.length).toBeLessThanOrEqual(before.length + 1);
      const [draft] = await documents.list('d:');
      const { history } = draft?.value as { history: EditHistory };
      expect(history.undo.length).toBeLessThanOrEqual(200);
      expect(JSON.stringify(history.earlier)).not.toContain('Rename');
    });

    it('STO-41 steps that say much are not written again and again either', async () => {
      const long = 'x'.repeat(90_000);
      let work = FRESH;
      for (let n = 0; n < 6; n++) {
        const edit: Edit = { kind: 'updateCadence', fields: { description: `${n}${long}` } };
        const history = record(work.history, { label: 'Long', edit: invertEdit(work.file, edit) });
        work = { file: applied(work.file, edit), history };
      }
      expect(JSON.stringify(work.history.undo).length).toBeLessThan(300_000);
      await saved(openStore(), work, null);
      expect((await undoAll(openStore(), await opened(openStore()))).file).toEqual(BASE);
    });

    it('STO-42 a part that no draft speaks of any more is taken away', async () => {
      const store = openStore();
      const rev = await saved(store, renamed(FRESH, 450), null);
      expect(await partIds()).not.toEqual([]);
      const undone = await undoAll(store, await opened(store));
      const next = await saved(store, { ...undone, history: EMPTY_HISTORY }, rev);
      await expect.poll(partIds).toEqual([]);
      // The same steps once more: they are written anew.
      await saved(store, renamed(FRESH, 450), next);
      const again = openStore();
      expect((await undoAll(again, await opened(again))).steps).toBe(450);
    });

    it.each([
      ['lost', null],
      ['damaged', { entries: [{ label: 'Odd', edit: { kind: 'fly' } }] }],
      ['nonsense', 'nonsense']
    ])('STO-43 a part that is %s shortens the log, and nothing else', async (_what, value) => {
      const work = renamed(FRESH, 650);
      await saved(openStore(), work, null);
      const store = openStore();
      const draft = await opened(store);
      const middle = earlierOf(draft.history, 'undo')[2];
      const document = (await documents.list('u:')).find(({ id }) => id.endsWith(`${middle?.id}`));
      if (!document || !middle) throw new Error('no such part');
      if (value === null) await documents.remove(document.id, document.rev);
      else await documents.put(document.id, value, document.rev);
      expect(await store.readPart(KEY, middle.id)).toBeNull();
      const undone = await undoAll(store, draft);
      const kept = earlierOf(draft.history, 'undo').slice(3);
      const expected = kept.reduce((sum, { count }) => sum + count, draft.history.undo.length);
      expect(undone.steps).toBe(expected);
      expect(undone.history).toMatchObject({ undo: [] });
    });

    it('STO-43 a damaged part is mended when the same steps are written again', async () => {
      const store = openStore();
      const work = renamed(FRESH, 300);
      const rev = await saved(store, work, null);
      const [part] = await documents.list('u:');
      if (!part) throw new Error('no part');
      await documents.put(part.id, 'nonsense', part.rev);
      const other = openStore();
      await saved(other, work, rev);
      expect((await undoAll(other, await opened(other))).steps).toBe(300);
    });

    it('STO-44 deleting a cadence takes its log along; saving it again brings all of it back', async () => {
      const store = openStore();
      const work = renamed(FRESH, 450);
      const rev = await saved(store, work, null);
      await saved(openStore(), { ...FRESH, file: otherFile() }, null);
      const draft = await opened(openStore());
      expect(await store.remove(KEY, rev)).toMatchObject({ ok: true });
      expect(await partIds()).toEqual([]);
      await saved(store, draft, null);
      const again = openStore();
      expect((await undoAll(again, await opened(again))).steps).toBe(450);
    });

    it('STO-45 of two tabs that save different logs at once the stored draft has all of its own', async () => {
      const [one, two] = [openStore(), openStore()];
      const base = renamed(FRESH, 190);
      const rev = await saved(one, base, null);
      const mine = { ...renamed(base, 300), history: renamed(base, 300).history };
      const theirs = renamed({ ...base, file: applied(base.file, RENAMED) }, 200);
      const results = await Promise.all([
        one.save(contentOf(mine), rev),
        two.save(contentOf(theirs), rev)
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      const store = openStore();
      const draft = await opened(store);
      const undone = await undoAll(store, draft);
      expect(undone.steps).toBe(results[0].ok ? 490 : 390);
    });

    it('STO-45 parts that another tab took away are written again with the draft that speaks of them', async () => {
      const [one, two] = [openStore(), openStore()];
      const work = renamed(FRESH, 300);
      const rev = await saved(one, work, null);
      const draft = await opened(two);
      const none = await saved(two, { ...work, history: EMPTY_HISTORY }, draft.rev);
      await expect.poll(partIds).toEqual([]);
      await opened(one);
      const again = await saved(one, work, none);
      expect((await undoAll(openStore(), await opened(openStore()))).steps).toBe(300);
      expect(await two.remove(KEY, again)).toMatchObject({ ok: true });
      expect(await partIds()).toEqual([]);
      expect(again).not.toBe(rev);
      await saved(one, work, null);
      expect((await undoAll(openStore(), await opened(openStore()))).steps).toBe(300);
    });

    it('STO-10 a save that cannot look at a part says so', async () => {
      const work = renamed(FRESH, 300);
      const rev = await saved(openStore(), work, null);
      const silent: DocumentStore = {
        get: (id) => (id.startsWith('u:') ? Promise.reject(new Error('no')) : documents.get(id)),
        list: (prefix) => documents.list(prefix),
        put: (id, value, before) => documents.put(id, value, before),
        remove: (id, before) => documents.remove(id, before),
        watch: (listener) => documents.watch(listener),
        close: () => Promise.resolve()
      };
      const store = createDraftStore(
        silent,
        localAuthor(silent, () => 0.5)
      );
      const failure = { ok: false, error: { code: 'unavailable', message: 'no' } };
      expect(await store.save(contentOf(work), rev)).toEqual(failure);
    });

    it('STO-7 on a full device neither parts nor the draft are written', async () => {
      const store = openStore();
      const rev = await saved(store, FRESH, null);
      const makeRoom = harness.fill();
      const full = { ok: false, error: { code: 'full' } };
      expect(await store.save(contentOf(renamed(FRESH, 450)), rev)).toMatchObject(full);
      makeRoom();
      expect(await partIds()).toEqual([]);
      expect((await opened(openStore())).file).toEqual(BASE);
      await saved(store, renamed(FRESH, 450), rev);
      const again = openStore();
      expect((await undoAll(again, await opened(again))).steps).toBe(450);
    });
  });
}

const RENAMED: Edit = { kind: 'updateCadence', fields: { name: 'Theirs' } };

function otherFile(): CadenceFile {
  return { ...BASE, cadence: { ...BASE.cadence, id: '01jd00000000000000000000bb' } };
}

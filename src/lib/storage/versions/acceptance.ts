/** What the store of versions must do over every adapter of the document port, as tests. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publish, type PublishedVersion } from '$lib/domain';
import { sixSteps, tiny } from '$tests/support/cadences';
import type { StorageHarness } from '../acceptance';
import type { DocumentStore } from '../document-store';
import type { VersionStore } from './version';
import { createVersionStore } from './version-store';

const FIRST = publish(tiny());
const SECOND = publish({ ...tiny(), name: 'Second' });
const OTHER = publish({ ...sixSteps(), id: '01jd00000000000000000000bb' });
const KEY = FIRST.cadence.id;
const DONE = { ok: true, value: undefined };

function idOf({ cadence, version }: PublishedVersion): string {
  return `v:${cadence.id}:${version}`;
}

export function acceptVersions(name: string, createHarness: () => Promise<StorageHarness>): void {
  describe(`versions: ${name}`, () => {
    let harness: StorageHarness;
    let documents: DocumentStore;
    let store: VersionStore;
    let other: VersionStore;

    beforeEach(async () => {
      harness = await createHarness();
      documents = harness.open();
      store = createVersionStore(documents);
      other = createVersionStore(harness.open());
    });
    afterEach(() => harness.dispose());

    it('STO-30 a version is kept under its cadence and hash, once, whoever stores it', async () => {
      expect(await store.put(FIRST)).toEqual(DONE);
      const [stored] = await documents.list('');
      expect(stored?.id).toBe(idOf(FIRST));
      expect(await other.put(FIRST)).toEqual(DONE);
      expect(await Promise.all([store.put(SECOND), other.put(SECOND)])).toEqual([DONE, DONE]);
      expect((await documents.get(idOf(FIRST)))?.rev).toBe(stored?.rev);
      expect(await other.get(KEY, FIRST.version)).toEqual({ type: 'version', published: FIRST });
      expect(await other.get(KEY, 'f'.repeat(64))).toBeNull();
    });

    it('STO-31 list gives the versions of one cadence and no other', async () => {
      for (const version of [SECOND, OTHER, FIRST]) await store.put(version);
      const found = await other.list(KEY);
      const versions = [FIRST.version, SECOND.version].toSorted();
      expect(found.map((each) => each.type === 'version' && each.published.version)).toEqual(
        versions
      );
      expect(await other.list('01jd00000000000000000000zz')).toEqual([]);
    });

    it('STO-32 content that does not bear its id is damaged: told with its faults, mended by a true one', async () => {
      const forged = { ...FIRST, cadence: { ...FIRST.cadence, name: 'Forged' } };
      await documents.put(idOf(FIRST), forged, null);
      await documents.put(idOf(SECOND), FIRST, null);
      const [one, two] = [
        await store.get(KEY, FIRST.version),
        await store.get(KEY, SECOND.version)
      ];
      expect(one).toMatchObject({ type: 'damaged', version: FIRST.version, raw: forged });
      expect(one?.type === 'damaged' && one.faults[0]?.message).toMatch(/^is not the hash/);
      expect(two).toMatchObject({
        type: 'damaged',
        faults: [{ path: 'version', message: 'is stored under another id' }]
      });
      expect(await other.put(FIRST)).toEqual(DONE);
      expect(await store.get(KEY, FIRST.version)).toEqual({ type: 'version', published: FIRST });
    });

    it('STO-33 what is no version is refused, and nothing is written', async () => {
      const forged = { ...FIRST, cadence: { ...FIRST.cadence, name: 'Forged' } };
      expect(await store.put(forged)).toMatchObject({ ok: false, error: { code: 'notAVersion' } });
      expect(await documents.list('')).toEqual([]);
    });

    it('STO-34 publications stand in the order of their instants; two at once are both kept', async () => {
      const all = [
        { cadence: KEY, version: SECOND.version, at: 2_000_000_000_000 },
        { cadence: KEY, version: FIRST.version, at: 1_000 },
        { cadence: KEY, version: FIRST.version, at: 2_000_000_000_000 }
      ];
      const written = await Promise.all(
        all.map((each, i) => (i % 2 === 0 ? store : other).announce(each))
      );
      expect(written).toEqual([DONE, DONE, DONE]);
      const inOrder = all.toSorted((a, b) => a.at - b.at || (a.version < b.version ? -1 : 1));
      expect(await other.publications(KEY)).toEqual(inOrder);
      for (const again of all) expect(await store.announce(again)).toEqual(DONE);
      expect(await store.publications(KEY)).toHaveLength(3);
      expect(await store.publications(OTHER.cadence.id)).toEqual([]);
    });

    it('STO-34 a publication whose content is not what its id says is none', async () => {
      await documents.put(
        `p:${KEY}:000000000:${FIRST.version}`,
        { version: SECOND.version, at: 0 },
        null
      );
      await documents.put(`p:${KEY}:0`, 'nonsense', null);
      await documents.put(`p:${KEY}:1`, { version: FIRST.version, at: -1 }, null);
      expect(await store.publications(KEY)).toEqual([]);
    });

    it('STO-36 a publication keeps the words of whoever made it; of two at once in one document the first', async () => {
      const at = 2_000_000_000_000;
      const publication = { cadence: KEY, version: FIRST.version, at };
      expect(await store.announce({ ...publication, note: '  Calls first. ' })).toEqual(DONE);
      expect(await other.announce({ ...publication, note: 'Other words' })).toEqual(DONE);
      expect(await other.announce({ ...publication, at: at + 1, note: ' ' })).toEqual(DONE);
      expect(await store.publications(KEY)).toEqual([
        { ...publication, note: 'Calls first.' },
        { ...publication, at: at + 1 }
      ]);
    });

    it('STO-37 a version can be named, by several at once, and its name taken away', async () => {
      expect(await store.names(KEY)).toEqual(new Map());
      const named = await Promise.all([
        store.name(KEY, FIRST.version, 'One'),
        other.name(KEY, FIRST.version, 'Uno'),
        store.name(KEY, SECOND.version, ' Two ')
      ]);
      expect(named).toEqual([DONE, DONE, DONE]);
      const names = await other.names(KEY);
      expect(names.get(SECOND.version)).toBe('Two');
      expect(['One', 'Uno']).toContain(names.get(FIRST.version));
      expect(await store.name(KEY, FIRST.version, '')).toEqual(DONE);
      expect([...(await other.names(KEY)).keys()]).toEqual([SECOND.version]);
      expect(await store.names(OTHER.cadence.id)).toEqual(new Map());
    });

    it('STO-38 whoever watches hears of versions of that cadence, made here or elsewhere', async () => {
      const heard: string[] = [];
      store.watch(KEY, () => heard.push('ours'));
      store.watch(OTHER.cadence.id, () => heard.push('other'));
      const stopped: string[] = [];
      store.watch(KEY, () => stopped.push('no'))();
      await other.put(FIRST);
      await store.name(KEY, FIRST.version, 'One');
      await other.announce({ cadence: KEY, version: FIRST.version, at: 1 });
      await expect.poll(() => heard.length).toBe(3);
      await store.put(OTHER);
      await expect.poll(() => heard).toEqual(['ours', 'ours', 'ours', 'other']);
      expect(stopped).toEqual([]);
    });

    it('STO-35 a full device says so, for versions and publications alike', async () => {
      const makeRoom = harness.fill();
      const full = { ok: false, error: { code: 'full' } };
      expect(await store.put(FIRST)).toMatchObject(full);
      expect(await store.announce({ cadence: KEY, version: FIRST.version, at: 1 })).toMatchObject(
        full
      );
      makeRoom();
      expect(await store.put(FIRST)).toEqual(DONE);
    });
  });
}

/**
 * What every adapter of the document port must do, as tests. `createHarness` makes a fresh, empty
 * database for each test; its `open` gives store objects that share that database.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceOnlyId } from './device-only';
import type { DocumentStore } from './document-store';

export interface StorageHarness {
  open(): DocumentStore;
  /** From now on the device has no room; returns how to make room again. */
  fill(): () => void;
  dispose(): Promise<void>;
}

function revOf(written: Awaited<ReturnType<DocumentStore['put']>>): string {
  if (!written.ok) throw new Error(`not written: ${written.error.code}`);
  return written.value.rev;
}

export function acceptStorage(name: string, createHarness: () => Promise<StorageHarness>): void {
  describe(`storage: ${name}`, () => {
    let harness: StorageHarness;
    let store: DocumentStore;
    let other: DocumentStore;

    beforeEach(async () => {
      harness = await createHarness();
      store = harness.open();
      other = harness.open();
    });
    afterEach(() => harness.dispose());

    it('STO-1 what was put is read back, by any store object, and an unknown id is null', async () => {
      const rev = revOf(await store.put('a:1', { name: 'First', list: [1, null, 'x'] }, null));
      const expected = { id: 'a:1', rev, value: { name: 'First', list: [1, null, 'x'] } };
      expect(await store.get('a:1')).toEqual(expected);
      expect(await other.get('a:1')).toEqual(expected);
      expect(await store.get('a:2')).toBeNull();
    });

    it('STO-2 a write names the revision it replaces, else it is a conflict and changes nothing', async () => {
      const first = revOf(await store.put('a', 'one', null));
      expect(await other.put('a', 'two', null)).toEqual({ ok: false, error: { code: 'conflict' } });
      const second = revOf(await other.put('a', 'two', first));
      expect(second).not.toBe(first);
      expect(await store.put('a', 'three', first)).toEqual({
        ok: false,
        error: { code: 'conflict' }
      });
      expect(await store.remove('a', first)).toEqual({ ok: false, error: { code: 'conflict' } });
      expect((await store.get('a'))?.value).toBe('two');
    });

    it('STO-2 of two writes at once on one revision exactly one lands', async () => {
      const rev = revOf(await store.put('a', 0, null));
      const results = await Promise.all([store.put('a', 1, rev), other.put('a', 2, rev)]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      const winner = results[0].ok ? 1 : 2;
      expect((await other.get('a'))?.value).toBe(winner);
    });

    it('STO-3 list gives the documents of a prefix by id, and no others', async () => {
      for (const id of ['d:b', 'e:a', 'd:a', 'd', 'd:a:x', 'c:z']) await store.put(id, id, null);
      expect((await other.list('d:')).map((each) => each.id)).toEqual(['d:a', 'd:a:x', 'd:b']);
      expect((await other.list('d:')).map((each) => each.value)).toEqual(['d:a', 'd:a:x', 'd:b']);
      expect(await other.list('x')).toEqual([]);
    });

    it('STO-4 a removed document is gone, and its id can be used anew', async () => {
      const rev = revOf(await store.put('a', 1, null));
      revOf(await store.remove('a', rev));
      expect(await other.get('a')).toBeNull();
      expect(await other.list('')).toEqual([]);
      revOf(await other.put('a', 2, null));
      expect((await store.get('a'))?.value).toBe(2);
    });

    it('STO-5 a watcher hears every change once, its own and those of other store objects', async () => {
      const heard: { id: string; rev: string }[] = [];
      store.watch((change) => heard.push(change));
      const mine = revOf(await store.put('a', 1, null));
      const theirs = revOf(await other.put('b', 1, null));
      await vi.waitFor(() => expect(heard).toHaveLength(2));
      expect(heard).toEqual(
        expect.arrayContaining([
          { id: 'a', rev: mine },
          { id: 'b', rev: theirs }
        ])
      );
      const removal = revOf(await other.remove('b', theirs));
      await vi.waitFor(() => expect(heard).toHaveLength(3));
      expect(heard[2]).toEqual({ id: 'b', rev: removal });
    });

    it('STO-5 a stopped watcher hears nothing, and a refused write is not told', async () => {
      const stopped = vi.fn();
      const heard: string[] = [];
      store.watch(stopped)();
      store.watch((change) => heard.push(change.id));
      revOf(await other.put('a', 1, null));
      await other.put('a', 2, null);
      revOf(await other.put('last', 1, null));
      await vi.waitFor(() => expect(heard).toContain('last'));
      expect(heard).toEqual(['a', 'last']);
      expect(stopped).not.toHaveBeenCalled();
    });

    it('STO-6 values come back as they were, whatever their keys are called', async () => {
      const json =
        '{"__proto__":{"polluted":1},"_id":"x","_rev":"y","_deleted":true,"_attachments":{"a":1},' +
        '"constructor":{"prototype":{"polluted":1}},"in":{"__proto__":{"toString":null}},"":0}';
      revOf(await store.put('a', JSON.parse(json), null));
      expect(JSON.stringify((await other.get('a'))?.value)).toBe(json);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });

    it('STO-6 changing a value after it was put, or after it was read, changes nothing stored', async () => {
      const value = { list: [1] };
      const pending = store.put('a', value, null);
      value.list.push(2);
      await pending;
      const read = (await store.get('a'))?.value as { list: number[] };
      read.list.push(3);
      expect((await store.get('a'))?.value).toEqual({ list: [1] });
    });

    it('STO-7 on a full device a write says so, what was stored stays, and later writes work', async () => {
      const rev = revOf(await store.put('a', 'kept', null));
      const makeRoom = harness.fill();
      const refused = await store.put('a', 'lost', rev);
      expect(refused).toMatchObject({ ok: false, error: { code: 'full' } });
      expect(await store.put('b', 'lost', null)).toMatchObject({
        ok: false,
        error: { code: 'full' }
      });
      expect((await store.get('a'))?.value).toBe('kept');
      expect(await store.list('')).toHaveLength(1);
      makeRoom();
      revOf(await store.put('a', 'again', rev));
      expect((await other.get('a'))?.value).toBe('again');
    });

    it('STO-8 a document of the device itself is kept, but never listed and never told', async () => {
      const heard: string[] = [];
      store.watch((change) => heard.push(change.id));
      const id = deviceOnlyId('replica');
      const rev = revOf(await store.put(id, { replica: 'k3j9' }, null));
      expect(await other.put(id, { replica: 'other' }, null)).toMatchObject({ ok: false });
      revOf(await store.put(id, { replica: 'k3ja' }, rev));
      expect((await other.get(id))?.value).toEqual({ replica: 'k3ja' });
      expect(await store.list('')).toEqual([]);
      revOf(await store.put('last', 1, null));
      await vi.waitFor(() => expect(heard).toEqual(['last']));
    });

    it('STO-9 closing one store object leaves the others at work', async () => {
      revOf(await store.put('a', 1, null));
      await store.close();
      expect((await other.get('a'))?.value).toBe(1);
      revOf(await other.put('b', 1, null));
    });
  });
}

import { bpmnHere } from '$tests/support/bpmn';
import { describe, expect, it, vi } from 'vitest';
import { parseCadenceFile, serializeCadenceFile, type CadenceFile } from '$lib/domain';
import type { Draft } from '$lib/storage';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { openDraftDesk } from '$tests/support/drafts';
import { titleOf } from './library-entry';
import { LibraryState } from './library-state.svelte';
import { recordNews } from './testing/recorded-news';

const NOW = 1_000_000;

/** A ULID made of one digit, but for its beginning. */
function idOf(digit: string): string {
  return `0${digit.repeat(25)}`;
}

function named(name: string, digit: string): CadenceFile {
  const file = fileOf(sixSteps());
  return { ...file, cadence: { ...file.cadence, id: idOf(digit), name } };
}

function open() {
  const desk = openDraftDesk();
  const news = recordNews();
  let made = 0;
  const library = new LibraryState(
    {
      drafts: desk.drafts,
      newCadenceId: () => idOf('np'.charAt(made++)),
      now: () => NOW,
      fetchAsset: () => Promise.reject(new Error('not here')),
      bpmn: bpmnHere()
    },
    { news }
  );
  const names = () => library.entries.map(titleOf);
  return { ...desk, news, library, names };
}

function chosen(...files: readonly CadenceFile[]) {
  return files.map(
    (file) => new File([serializeCadenceFile(file)], `${file.cadence.name}.cadence.json`)
  );
}

function draftOf(library: LibraryState, name: string): Draft {
  const entry = library.entries.find((each) => titleOf(each) === name);
  if (entry?.type !== 'draft') throw new Error(`no draft “${name}”`);
  return entry.draft;
}

describe('LibraryState', () => {
  it('LIB-1 puts the newest first, and before it what is damaged', async () => {
    const { library, names, store, damage } = open();
    await store(named('Old', 'a'), 1);
    await store(named('New', 'b'), 3);
    const broken = await store(named('Broken', 'c'), 2);
    await damage(broken, { ...broken.file, cadence: { name: 'Broken' } });
    await library.reload();
    expect(names()).toEqual(['Broken', 'New', 'Old']);
  });

  it('LIB-2 makes a blank cadence, and one from an example, each with a fresh id', async () => {
    const { library, drafts } = open();
    const example = named('Example', 'e');
    const ids = [await library.createBlank(), await library.createFrom(example)];
    expect(new Set([...ids, example.cadence.id]).size).toBe(3);
    const stored = (await drafts.list()).map((entry) => entry.type === 'draft' && entry.draft);
    expect(stored).toMatchObject([
      { file: { cadence: { id: ids[0], name: 'Untitled cadence' } }, updatedAt: NOW },
      { file: { cadence: { id: ids[1], name: 'Example' } } }
    ]);
  });

  it('LIB-3 copies under a fresh id, without the undo log', async () => {
    const { library, names, store } = open();
    const original = await store(named('Calls', 'a'));
    await library.reload();
    await library.rename(draftOf(library, 'Calls'), 'Calls 2');
    await library.duplicate(draftOf(library, 'Calls 2'));
    expect(names()).toEqual(expect.arrayContaining(['Copy of Calls 2', 'Calls 2']));
    const copy = draftOf(library, 'Copy of Calls 2');
    expect(copy.file.cadence.id).not.toBe(original.file.cadence.id);
    expect(copy.history).toEqual({ undo: [], redo: [] });
  });

  it('LIB-4 renames as one step that can be undone', async () => {
    const { library, store, drafts } = open();
    const { file } = await store(named('Calls', 'a'));
    await library.reload();
    expect(await library.rename(draftOf(library, 'Calls'), 'Better calls')).toBe(true);
    expect(await drafts.open(file.cadence.id)).toMatchObject({
      draft: {
        file: { cadence: { name: 'Better calls' } },
        history: { undo: [{ edit: { kind: 'updateCadence', fields: { name: 'Calls' } } }] }
      }
    });
  });

  it('LIB-5 deletes at once, and brings back all of it', async () => {
    const { library, names, store, news, drafts } = open();
    await store(named('Calls', 'a'), 7);
    await library.reload();
    await library.rename(draftOf(library, 'Calls'), 'Cold calls');
    const before = draftOf(library, 'Cold calls');
    await library.remove(before);
    expect([names(), await drafts.list()]).toEqual([[], []]);
    expect(news.told).toEqual(['“Cold calls” was deleted.']);
    news.act();
    await vi.waitFor(() => expect(names()).toEqual(['Cold calls']));
    const { rev: _, ...restored } = draftOf(library, 'Cold calls');
    expect(before).toMatchObject(restored);
  });

  it('LIB-6 exports a file that gives the same cadence', async () => {
    const { library, store } = open();
    const { file } = await store(named('Q3: calls', 'a'));
    await library.reload();
    const { name, text } = library.export(draftOf(library, 'Q3: calls'));
    expect(name).toBe('q3-calls.cadence.json');
    expect(parseCadenceFile(text)).toEqual({ ok: true, value: file });
  });

  it('LIB-7 takes the good files and keeps the bad ones to be shown', async () => {
    const { library, names, news } = open();
    const bad = new File(['{}'], 'bad.json');
    const opened: string[] = [];
    await library.import([bad, ...chosen(named('Calls', 'a'))], (id) => opened.push(id));
    expect(names()).toEqual(['Calls']);
    expect(library.imports.refused.map(({ name }) => name)).toEqual(['bad.json']);
    expect(news.told).toEqual(['“Calls” was imported. [Open]']);
    news.act();
    expect(opened).toEqual([idOf('a')]);
  });

  it.each([
    ['replace', ['Theirs'], idOf('a')],
    ['both', ['Theirs', 'Mine'], idOf('n')],
    ['cancel', ['Mine'], undefined]
  ] as const)('LIB-9 a cadence that is here already: %s', async (choice, after, id) => {
    const { library, names, store } = open();
    await store(named('Mine', 'a'));
    const taken = library.import(chosen(named('Theirs', 'a')), () => {});
    await vi.waitFor(() => expect(library.imports.clash).not.toBeNull());
    expect(names()).toEqual(['Mine']);
    library.imports.clash?.choose(choice);
    await taken;
    expect(names()).toEqual(after);
    const theirs = library.entries.find((entry) => titleOf(entry) === 'Theirs');
    expect(theirs?.type === 'draft' ? theirs.draft.file.cadence.id : undefined).toBe(id);
  });

  it('LIB-10 exports a damaged draft as it is stored', async () => {
    const { library, store, damage } = open();
    const stored = await store(named('Broken', 'a'));
    const file = { ...stored.file, cadence: { ...stored.file.cadence, nodes: 'none' } };
    await damage(stored, file);
    await library.reload();
    const [entry] = library.entries;
    if (entry?.type !== 'damaged') throw new Error('not damaged');
    const { name, text } = library.exportRaw(entry.damaged);
    expect(name).toBe('broken.cadence.json');
    expect(JSON.parse(text)).toEqual(file);
  });

  it('LIB-11 on a full device nothing disappears and nothing is pretended', async () => {
    const { library, names, store, news, database } = open();
    await store(named('Calls', 'a'));
    await library.reload();
    const calls = draftOf(library, 'Calls');
    database.refuseWrites({ code: 'full', message: 'No room.' });
    expect(await library.createBlank()).toBeNull();
    await library.duplicate(calls);
    expect(await library.rename(calls, 'Other')).toBe(false);
    await library.remove(calls);
    await library.import(chosen(named('More', 'b')), () => {});
    expect(names()).toEqual(['Calls']);
    expect(news.told.map((words) => words.split('. ')[0])).toEqual([
      'The cadence was not created',
      '“Calls” was not copied',
      '“Calls” was not renamed',
      '“Calls” was not deleted',
      '“More” was not imported'
    ]);
    expect(news.told.every((words) => words.includes('no room left'))).toBe(true);
  });

  it('LIB-11 does not delete what another tab changed meanwhile', async () => {
    const { library, names, store, elsewhere, news } = open();
    const { file, rev, history } = await store(named('Calls', 'a'));
    await library.reload();
    const old = draftOf(library, 'Calls');
    const changed = { ...file, cadence: { ...file.cadence, name: 'Changed calls' } };
    await elsewhere.save({ file: changed, history, updatedAt: 5 }, rev);
    await library.remove(old);
    expect(news.told[0]).toMatch(/^“Calls” was not deleted. It was changed in another tab/);
    await vi.waitFor(() => expect(names()).toEqual(['Changed calls']));
  });

  it('LIB-12 says when storage cannot be read, and reads when it can again', async () => {
    const { drafts, store } = openDraftDesk();
    await store(named('Calls', 'a'));
    let broken = true;
    const library = new LibraryState({
      drafts: {
        ...drafts,
        list: () => (broken ? Promise.reject(new Error('no answer')) : drafts.list())
      },
      newCadenceId: () => idOf('n'),
      now: () => NOW,
      fetchAsset: () => Promise.reject(new Error('not here')),
      bpmn: bpmnHere()
    });
    await library.reload();
    expect(library.status).toBe('unreadable');
    broken = false;
    await library.reload();
    expect([library.status, library.entries.length]).toEqual(['ready', 1]);
    broken = true;
    await library.reload();
    expect([library.status, library.entries.length]).toEqual(['ready', 1]);
  });

  it('LIB-13 follows other tabs until it is told to stop', async () => {
    const { library, names, store } = open();
    const stop = library.follow();
    await vi.waitFor(() => expect(library.status).toBe('ready'));
    await store(named('From elsewhere', 'a'));
    await vi.waitFor(() => expect(names()).toEqual(['From elsewhere']));
    stop();
    await store(named('Later', 'b'));
    expect(names()).toEqual(['From elsewhere']);
  });

  it('LIB-14 finds all words in name and description, in any case', async () => {
    const { library, store } = open();
    const file = named('Autumn calls', 'a');
    const described = { ...file.cadence, description: 'For dealers in the north' };
    await store({ ...file, cadence: described });
    await store(named('Spring mails', 'b'));
    await library.reload();
    library.search = ' NORTH autumn ';
    expect(library.shown.map(titleOf)).toEqual(['Autumn calls']);
    library.search = 'north spring';
    expect(library.shown).toEqual([]);
  });
});

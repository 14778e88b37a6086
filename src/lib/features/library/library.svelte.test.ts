import axe from 'axe-core';
import { bpmnHere } from '$tests/support/bpmn';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { serializeCadenceFile, type CadenceFile } from '$lib/domain';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { openDraftDesk } from '$tests/support/drafts';
import '../../../app.css';
import Library from './Library.svelte';
import { LibraryState } from './library-state.svelte';
import { recordNews } from './testing/recorded-news';

const NOW = 10 * 60_000;

/** A ULID made of one digit, but for its beginning. */
function idOf(digit: string): string {
  return `0${digit.repeat(25)}`;
}

function named(name: string, digit = 'a'): CadenceFile {
  const file = fileOf(sixSteps());
  return { ...file, cadence: { ...file.cadence, id: idOf(digit), name } };
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'examples/index.json': JSON.stringify([{ file: 'six.json' }]),
  'examples/six.json': serializeCadenceFile(named('Six steps', 'e'))
};

const fetchExample = (path: string) => Promise.resolve(EXAMPLES[path] ?? '');

async function show(desk = openDraftDesk(), fetchAsset = fetchExample) {
  const news = recordNews();
  const opened: string[] = [];
  const library = new LibraryState(
    {
      drafts: desk.drafts,
      newCadenceId: () => idOf('n'),
      now: () => NOW,
      fetchAsset,
      bpmn: bpmnHere()
    },
    { news }
  );
  await render(Library, {
    props: {
      library,
      now: NOW,
      hrefOf: (id: string) => `#${id}`,
      onopen: (id: string) => void opened.push(id)
    }
  });
  return { ...desk, library, news, opened };
}

function drop(...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
}

function fileFrom(file: CadenceFile): File {
  return new File([serializeCadenceFile(file)], 'cadence.json');
}

const card = (name: string) => page.getByRole('article').filter({ hasText: name });

async function choose(action: string, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function violations(): Promise<readonly string[]> {
  const found = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`
  );
}

afterEach(() => vi.restoreAllMocks());

describe('Library', () => {
  it('LIB-1 shows a card that leads to its cadence and says what it is', async () => {
    const desk = openDraftDesk();
    await desk.store(named('Calls'), NOW - 3 * 60_000);
    await show(desk);
    const link = page.getByRole('link', { name: 'Calls', exact: true });
    await expect.element(link).toHaveAttribute('href', `#${idOf('a')}`);
    await expect.element(card('Calls').getByText('3 minutes ago')).toBeVisible();
    await expect.element(card('Calls').getByText('6 steps')).toBeVisible();
  });

  it('LIB-2 LIB-16 begins empty with the gallery, and opens what was made of an example', async () => {
    const { opened, drafts } = await show();
    await page.getByRole('button', { name: 'Six steps' }).click();
    await vi.waitFor(() => expect(opened).toEqual([idOf('n')]));
    expect(await drafts.list()).toHaveLength(1);
  });

  it('LIB-21 says once that the gallery cannot be read, and reads it when asked again', async () => {
    const fetched: string[] = [];
    await show(openDraftDesk(), (path) => {
      fetched.push(path);
      return fetched.length === 1 ? Promise.reject(new Error('offline')) : fetchExample(path);
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByRole('button', { name: 'Six steps' })).toBeVisible();
    expect(fetched).toEqual(['examples/index.json', 'examples/index.json', 'examples/six.json']);
  });

  it('LIB-2 begins blank from the dialog', async () => {
    const { opened } = await show();
    await page.getByRole('button', { name: 'New cadence' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start blank' }).click();
    await vi.waitFor(() => expect(opened).toEqual([idOf('n')]));
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('LIB-4 renames by the keyboard alone', async () => {
    const desk = openDraftDesk();
    await desk.store(named('Calls'));
    await show(desk);
    await choose('Rename…', 'Calls');
    const field = page.getByRole('textbox', { name: 'Name' });
    await expect.element(field).toHaveFocus();
    await field.fill('Autumn calls');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('link', { name: 'Autumn calls' })).toBeVisible();
  });

  it('LIB-5 deletes at once and brings back', async () => {
    const desk = openDraftDesk();
    await desk.store(named('Calls'));
    await desk.store(named('Mails', 'b'));
    const { news } = await show(desk);
    await choose('Delete', 'Calls');
    await expect.element(card('Calls')).not.toBeInTheDocument();
    expect(news.told).toEqual(['“Calls” was deleted.']);
    news.act();
    await expect.element(card('Calls')).toBeVisible();
  });

  it('LIB-7 lists all faults of a bad file, and changes nothing', async () => {
    const desk = openDraftDesk();
    await desk.store(named('Calls'));
    const { news } = await show(desk);
    await expect.element(card('Calls')).toBeVisible();
    const before = await desk.drafts.list();
    const bad = { ...named('Bad'), cadence: { ...named('Bad').cadence, name: 3, roles: 'none' } };
    drop(new File([JSON.stringify(bad)], 'bad.json'));
    const faults = page.getByRole('list', { name: 'Faults of bad.json' });
    await expect.element(faults.getByText('cadence.name', { exact: true })).toBeVisible();
    await expect.element(faults.getByText('cadence.roles', { exact: true })).toBeVisible();
    expect(await desk.drafts.list()).toEqual(before);
    expect(news.told).toEqual([]);
  });

  it('LIB-8 refuses a huge file by its size', async () => {
    await show();
    drop(new File([new Uint8Array(20 * 1024 * 1024)], 'huge.json'));
    await expect.element(page.getByText('The file has 20.0 MB; at most 8 MB')).toBeVisible();
  });

  it('LIB-9 asks before a file takes the place of a cadence', async () => {
    const desk = openDraftDesk();
    await desk.store(named('Mine'));
    const { drafts } = await show(desk);
    await expect.element(card('Mine')).toBeVisible();
    drop(fileFrom(named('Theirs')));
    const question = page.getByRole('dialog', { name: 'This cadence is already here' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(question).not.toBeInTheDocument();
    expect(await drafts.list()).toHaveLength(1);
    await expect.element(card('Theirs')).not.toBeInTheDocument();
    drop(fileFrom(named('Theirs')));
    await question.getByRole('button', { name: 'Keep both' }).click();
    await expect.element(card('Theirs')).toBeVisible();
    await expect.element(card('Mine')).toBeVisible();
    drop(fileFrom(named('Newest')));
    await question.getByRole('button', { name: 'Replace' }).click();
    await expect.element(card('Newest')).toBeVisible();
    await expect.element(card('Mine')).not.toBeInTheDocument();
  });

  it('LIB-10 keeps a damaged card, tells its faults, exports it, and warns before deleting', async () => {
    const desk = openDraftDesk();
    const stored = await desk.store(named('Broken'));
    const broken = { ...stored.file, cadence: { ...stored.file.cadence, nodes: 'none' } };
    await desk.damage(stored, broken);
    await show(desk);
    await expect.element(card('Broken').getByText('Damaged')).toBeVisible();
    const saved = vi.spyOn(URL, 'createObjectURL');
    await page.getByRole('button', { name: 'Export raw: Broken' }).click();
    const blob = saved.mock.calls[0]?.[0];
    expect(blob instanceof Blob && JSON.parse(await blob.text())).toEqual(broken);
    await page.getByRole('button', { name: 'Broken', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Broken' });
    await expect.element(dialog.getByText('cadence.nodes', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Delete…' }).click();
    await expect.element(dialog.getByRole('alert')).toBeVisible();
    expect(await desk.drafts.list()).toHaveLength(1);
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect.element(card('Broken')).not.toBeInTheDocument();
  });

  it('LIB-11 on a full device says what was not done, and keeps what is stored', async () => {
    const desk = openDraftDesk();
    await desk.store(named('Calls'));
    const { news, opened } = await show(desk);
    await expect.element(card('Calls')).toBeVisible();
    desk.database.refuseWrites({ code: 'full', message: 'No room.' });
    await choose('Delete', 'Calls');
    await vi.waitFor(() => expect(news.told[0]).toContain('“Calls” was not deleted.'));
    await page.getByRole('button', { name: 'New cadence' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start blank' }).click();
    await vi.waitFor(() => expect(news.told[1]).toContain('no room left'));
    expect(opened).toEqual([]);
    await expect.element(card('Calls')).toBeInTheDocument();
  });

  it('LIB-12 says that storage cannot be read, with a way to try again', async () => {
    const desk = openDraftDesk();
    await desk.store(named('Calls'));
    const list = vi.spyOn(desk.drafts, 'list').mockRejectedValueOnce(new Error('no answer'));
    await show(desk);
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(card('Calls')).toBeVisible();
    expect(list).toHaveBeenCalledTimes(2);
  });

  it('LIB-14 offers search from nine cadences on', async () => {
    const desk = openDraftDesk();
    for (const digit of '12345678') await desk.store(named(`Calls ${digit}`, digit));
    await show(desk);
    await expect.element(card('Calls 8')).toBeVisible();
    await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
    await desk.store(named('Mails', '9'));
    await page.getByRole('searchbox', { name: 'Search cadences' }).fill('mail');
    await expect.element(card('Mails')).toBeVisible();
    await expect.element(card('Calls 1')).not.toBeInTheDocument();
    await page.getByRole('searchbox').fill('xyzzy');
    await expect.element(page.getByText('Nothing is called “xyzzy”.')).toBeVisible();
  });

  it.each(['light', 'dark'])('LIB-17 passes axe empty, full and in dialogs, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const desk = await show();
    await expect.element(page.getByRole('list', { name: 'Examples' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await desk.store(named('Calls'));
    await desk.damage(await desk.store(named('Broken', 'b')), { cadence: { name: 'Broken' } });
    await expect.element(card('Broken')).toBeVisible();
    expect(await violations()).toEqual([]);
    drop(new File(['{}'], 'bad.json'));
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await vi.waitFor(async () => expect(await violations()).toEqual([]));
  });
});

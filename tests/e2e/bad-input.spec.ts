import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openExample, saved, step } from './support/actions';
import { expect, test } from './support/test';

const example = readFileSync('static/examples/six-step-follow-up.json', 'utf8');
const name = (text: string) => example.replace('"Six-step follow-up"', JSON.stringify(text));

/** Chooses a file of this content in the library's import. */
async function importText(page: Page, text: string | Buffer, name = 'odd.cadence.json') {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  // A file of the disk: a large one would take its time through the test's own wire.
  const path = test.info().outputPath(name);
  writeFileSync(path, text);
  await (await chosen).setFiles(path);
}

/** Each is refused with words that say what and where. */
const REFUSED: readonly (readonly [string, string | Buffer, RegExp])[] = [
  ['text that is no JSON', 'Dear team, attached is', /JSON/],
  ['JSON that breaks off', example.slice(0, 5000), /JSON|end/i],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /JSON/],
  ['something else in JSON', '{"name":"left-pad","version":"1.0.0"}', /format/],
  ['a file of a newer app', example.replace('"format": 1', '"format": 99'), /newer/],
  [
    '10,000 levels',
    `{"format":1,"cadence":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    /deep|level/i
  ],
  ['20 MB', Buffer.alloc(20_000_000, 'x'), /MB|large|big/i],
  [
    'a __proto__ key',
    example.replace('"nodes": [', '"__proto__": {"polluted": 1}, "nodes": ['),
    /__proto__/
  ],
  ['a number for a name', example.replace('"Six-step follow-up"', '5'), /cadence\.name/],
  [
    'a connection to nowhere',
    example.replace('"to": "', '"to": "nobody-'),
    /cadence\.edges\[\d+\]\.to/
  ]
];

for (const [what, text, words] of REFUSED) {
  test(`${what} is refused with what and where, and nothing changes`, async ({ page }) => {
    await page.goto('/');
    await importText(page, text);
    await expect(page.getByRole('dialog')).toContainText(words);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(
      page.getByRole('button', { name: 'Six-step follow-up', exact: true })
    ).toBeVisible();
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  });
}

test('a script in every text stays text', async ({ page }) => {
  const hostile =
    '<img src=x onerror="window.name=1"><script>window.name=1</script>{{constructor}}';
  const strings = name(hostile).replaceAll(
    /"(subject|body|script|description)": "/g,
    (all) => all + JSON.stringify(hostile).slice(1, -1)
  );
  await page.goto('/');
  await importText(page, strings, '<img src=x onerror=window.name=1>.json');
  await page.getByRole('link', { name: hostile }).click();
  await step(page, 'First follow-up call').click();
  await expect(page.getByRole('main')).toContainText('<script>');
  expect(await page.evaluate(() => window.name)).toBe('');
});

test('a cadence without positions and with every end loose opens, and says what is wrong', async ({
  page
}) => {
  const half = JSON.parse(example) as {
    cadence: { edges: unknown[] };
    layout: { positions: object };
  };
  half.cadence.edges = [];
  half.layout.positions = {};
  await page.goto('/');
  await importText(page, JSON.stringify(half));
  await page.getByRole('link', { name: 'Six-step follow-up' }).click();
  await expect(step(page, 'First follow-up call')).toBeVisible();
  await expect(page.getByText(/^\d+ problems?\b/)).toBeVisible();
  await saved(page);
});

test('two tabs on one cadence: the second is told, and both versions can be kept', async ({
  page,
  context
}) => {
  await openExample(page);
  await saved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(step(other, 'First follow-up call')).toBeVisible();

  const rename = async (tab: Page, title: string) => {
    await tab.getByRole('textbox', { name: 'Name', exact: true }).fill(title);
  };
  // Both type before either can have heard of the other.
  await Promise.all([rename(page, 'Mine'), rename(other, 'Theirs')]);
  const conflicts = [page, other].map((tab) =>
    tab.getByText('This cadence was changed in another tab.')
  );
  await expect
    .poll(
      async () =>
        (await Promise.all(conflicts.map((text) => text.isVisible()))).filter(Boolean).length
    )
    .toBe(1);
  const told = (await conflicts[0]?.isVisible()) ? page : other;
  await told.getByRole('button', { name: 'Keep both' }).click();
  await expect(told.getByText('This cadence was changed in another tab.')).toBeHidden();

  await told.goto('/');
  await expect(told.getByRole('link', { name: /^Mine/ })).toBeVisible();
  await expect(told.getByRole('link', { name: /^Theirs/ })).toBeVisible();
});

test('a run of a million leads can be cancelled, and the next one works', async ({ page }) => {
  // Of one that takes its time.
  await openExample(page, 'E-commerce order');
  await page.getByRole('link', { name: 'Simulate' }).first().click();
  await page.getByRole('spinbutton', { name: 'Number of leads' }).fill('1000000');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await page.getByRole('spinbutton', { name: 'Number of leads' }).fill('100');
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByText(/^Of 100 leads/)).toBeVisible();
});

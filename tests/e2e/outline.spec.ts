import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { openExample, saved, step } from './support/actions';
import { announced } from './support/keys';
import { expect, expectAccessible, test } from './support/test';

function row(page: Page, name: string | RegExp): Locator {
  return page.getByRole('treeitem', { name });
}

function settings(page: Page): Locator {
  return page.getByLabel('Settings').getByRole('heading', { level: 2 });
}

/** The rows on the screen, as a screen reader reads them. */
async function rows(page: Page): Promise<readonly string[]> {
  const all = await page.getByRole('treeitem').all();
  return Promise.all(all.map(async (each) => (await each.getAttribute('aria-label')) ?? ''));
}

test('ED-74 ED-79 the list of a cadence is read and changed by keys', async ({ page }) => {
  await openExample(page);
  await page.keyboard.press('o');
  const tree = page.getByRole('tree', { name: 'Steps of Six-step follow-up' });
  await expect(tree).toBeVisible();
  await expect(page.locator('.svelte-flow')).toHaveCount(0);
  await expectAccessible(page);

  // Along the rows; the settings follow.
  await page.keyboard.press('g');
  await expect(row(page, /^New lead/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, /^Prospecting, stage/)).toBeFocused();
  await expect(row(page, /^Prospecting, stage/)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, /^Introduction email/)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(row(page, /^Introduction email/)).toBeFocused();
  await expect(settings(page)).toHaveText('Introduction email');

  // A reference goes where it says.
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'If Interested: goes to Opportunity').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, /^Opportunity, stage/)).toBeFocused();
  await expect(announced(page)).toContainText('Opportunity, step');

  // Renamed in its row.
  await page.keyboard.press('Home');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name' }).first()).toBeFocused();
  await page.keyboard.type('Fresh lead');
  await page.keyboard.press('Enter');
  await expect(row(page, /^Fresh lead/)).toBeFocused();

  // Moved up in the flow, as one step of undo.
  const before = await rows(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(announced(page)).toContainText('Moved.');
  const moved = await rows(page);
  expect(moved.findIndex((each) => each.includes('Introduction email'))).toBeGreaterThan(
    moved.findIndex((each) => each.includes('Gap 1'))
  );
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => rows(page)).toEqual(before);
});

test('ED-79 steps are added, connected and deleted in the list', async ({ page }) => {
  await openExample(page);
  await page.keyboard.press('o');
  await page.keyboard.press('g');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('last call');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(row(page, /Last call/)).toBeFocused();

  await page.keyboard.press('a');
  await page.keyboard.type('task');
  await page.keyboard.press('Enter');
  await expect(row(page, /Task/)).toBeFocused();

  // Where it leads is chosen from a list of what may follow.
  await page.keyboard.press('c');
  await page.keyboard.type('closed');
  await expect(page.getByRole('option', { name: /^Closed/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(announced(page)).toContainText('Task leads to Closed now');
  await expect(row(page, /Task/)).toBeFocused();

  // What is deleted leaves the keys on what led to it.
  await page.keyboard.press('Delete');
  await expect(row(page, /Task/)).toHaveCount(0);
  await expect(row(page, /Last call/)).toBeFocused();
  await expect(row(page, 'Otherwise: leads nowhere yet')).toBeVisible();
});

test('ED-81 the filter leaves what has the words, and what that stands under', async ({ page }) => {
  await openExample(page);
  await page.keyboard.press('o');
  await page.getByRole('searchbox', { name: 'Show only steps with' }).fill('follow third');
  await expect(row(page, /Third follow-up call/)).toBeVisible();
  await expect(page.getByRole('treeitem')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Show only steps with' }).fill('submarine');
  await expect(page.getByText('No step has “submarine” in it.')).toBeVisible();
  await expectAccessible(page);
});

test('ED-78 a cadence of 5,000 steps opens as a list, with the drawing at hand', async ({
  page
}) => {
  const path = test.info().outputPath('large.cadence.json');
  writeFileSync(path, JSON.stringify(largeFile(5000)));
  await page.goto('/');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await (await chosen).setFiles(path);
  await page.getByRole('link', { name: 'Six-step follow-up' }).click();
  await expect(page.getByText('This cadence has 5,002 steps.')).toBeVisible({ timeout: 30_000 });
  expect(await page.getByRole('treeitem').count()).toBeLessThan(100);
  await page.keyboard.press('g');
  await page.keyboard.press('End');
  await expect(row(page, /^Moved on/)).toBeFocused();
  await expectAccessible(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`ED-77 on a phone a cadence is a list first, its drawing one tap away (${colorScheme}) @phone`, async ({
    page,
    isMobile
  }) => {
    test.skip(!isMobile, 'a phone has its own first view');
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/');
    await page.getByRole('button', { name: 'Branched follow-up', exact: true }).click();
    await expect(page.getByRole('tree')).toBeVisible();
    await expectAccessible(page);

    // A tap opens the settings of a step; they close where they were opened.
    await row(page, /^Opening email/).tap();
    await expect(settings(page)).toHaveText('Opening email');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Close', exact: true }).tap();
    await expect(row(page, /^Opening email/)).toBeFocused();

    // Everything else is in the menu of its row.
    await page.getByRole('button', { name: 'Actions for Opening email' }).tap();
    await page.getByRole('menuitem', { name: /^Rename/ }).tap();
    await page.getByRole('textbox', { name: 'Name' }).first().fill('Hello');
    await page.keyboard.press('Enter');
    await expect(row(page, /^Hello, Email/)).toBeVisible();
    await saved(page);

    await page.getByRole('button', { name: 'Show as drawing' }).tap();
    await expect(step(page, 'Hello')).toBeVisible();
    // As it was chosen, so it stays on this device.
    await page.reload();
    await expect(step(page, 'Hello')).toBeVisible();
  });
}

/** The six-step follow-up with many more calls in a row. */
function largeFile(calls: number): unknown {
  const file = JSON.parse(readFileSync('static/examples/six-step-follow-up.json', 'utf8')) as {
    cadence: { nodes: { id: string; kind: string }[]; edges: unknown[] };
    layout: { positions: Record<string, unknown> };
    scenarios: unknown[];
  };
  const { cadence } = file;
  const ids = Array.from({ length: calls }, (_, index) => `large-${index}`);
  const entry = cadence.nodes.filter(({ kind }) => kind === 'entry').slice(0, 1);
  const steps = ids.map((id, index) => ({
    id,
    kind: 'action',
    name: `Call ${index + 1}`,
    channel: 'call'
  }));
  const end = { id: 'over', kind: 'exit', name: 'Moved on', result: 'unresponsive' };
  const chain = [entry[0]?.id ?? '', ...ids, end.id];
  const edges = chain.slice(1).map((to, index) => ({
    id: `way-${index}`,
    from: chain[index],
    port: index === 0 ? 'next' : 'done',
    to
  }));
  const positions = Object.fromEntries(chain.map((id, index) => [id, { x: 0, y: index * 100 }]));
  return {
    ...file,
    cadence: { ...cadence, nodes: [...entry, ...steps, end], edges, rules: [], handlers: [] },
    layout: { direction: 'down', positions },
    scenarios: []
  };
}

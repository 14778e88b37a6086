import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { fit, openExample, saved, simulate, step } from './support/actions';
import { expect, test } from './support/test';

/** What the command line finds in a file, as the app writes it: counts by the name of the exit. */
function endsByCommandLine(path: string): ReadonlyMap<string, string> {
  const args = ['src/tools/simulate.js', path, '--leads', '10000', '--seed', '1', '--json'];
  const result = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as {
    exits: { name: string; count: number }[];
  };
  return new Map(result.exits.map(({ name, count }) => [name, count.toLocaleString('en-US')]));
}

/** The ends on the simulate screen are those that the command line finds. */
async function expectEnds(page: Page, ends: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, count] of ends)
    await expect(
      page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: count }).first()
    ).toBeVisible();
}

test('a manager changes the six-step follow-up, mends and simulates it, and finds it again offline', async ({
  page,
  context
}, info) => {
  await openExample(page);
  await fit(page);
  await expect(step(page, 'First follow-up call')).toBeVisible();
  await expect(page.getByText('No problems')).toBeVisible();

  // A gap gets longer.
  const gap = page.getByRole('combobox', { name: 'Length of Gap 1' });
  await gap.fill('3');
  await gap.blur();
  await expect(step(page, 'Gap 1 (3 business days)')).toBeVisible();

  // A branch is dropped between the last call and its end: its other way leads nowhere.
  const stage = page.locator('.svelte-flow');
  const frame = await stage.boundingBox();
  const way = await page.getByLabel(/^Connection from Last call to Moved on/).boundingBox();
  if (!frame || !way) throw new Error('the canvas is not there');
  await page.getByRole('button', { name: 'Branch', exact: true }).dragTo(stage, {
    targetPosition: { x: way.x + way.width / 2 - frame.x, y: way.y + way.height / 2 - frame.y }
  });
  await page.getByRole('checkbox', { name: 'Left voicemail' }).check();
  await expect(page.getByText(/^1 problem\b/)).toBeVisible();

  // She is told, and mends it with what is offered.
  await page.getByTitle('Show problems').click();
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems.getByText('does not say where leads go')).toBeVisible();
  await problems.getByRole('button', { name: 'Connect “Otherwise” to “Moved on”' }).click();
  await expect(page.getByText('No problems')).toBeVisible();
  await page.getByRole('button', { name: 'Close problems' }).click();

  // Moved aside, the branch is put back in line by Tidy.
  await step(page, 'Branch').click();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  const before = await step(page, 'Branch').boundingBox();
  await page.getByRole('button', { name: 'Tidy' }).click();
  await expect.poll(async () => (await step(page, 'Branch').boundingBox())?.x).not.toBe(before?.x);
  await saved(page);

  // Ten thousand leads, in the worker.
  await page.getByRole('link', { name: 'Simulate' }).first().click();
  await simulate(page);
  await page.getByRole('link', { name: 'Design' }).click();
  await expect(step(page, 'Introduction email')).toContainText('10,000');

  // The file that the library exports gives the same numbers on the command line.
  await page.getByRole('link', { name: 'Cadences' }).first().click();
  const card = page.getByRole('article').filter({ hasText: 'Six-step follow-up' });
  await card.getByRole('button', { name: /^Actions/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Export' }).click()
  ]);
  expect(download.suggestedFilename()).toBe('six-step-follow-up.cadence.json');
  const path = info.outputPath('exported.json');
  await download.saveAs(path);
  const ends = endsByCommandLine(path);
  expect([...ends.keys()].sort()).toEqual(['Becomes an opportunity', 'Closed', 'Moved on']);

  // Tomorrow, without a network: all of it is there, and gives the same numbers again.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: 'Six-step follow-up' }).click();
  await expect(step(page, 'Gap 1 (3 business days)')).toBeVisible();
  await expect(step(page, 'Branch')).toBeVisible();
  await expect(page.getByText('No problems')).toBeVisible();
  await page.getByRole('link', { name: 'Simulate' }).first().click();
  await simulate(page);
  await expectEnds(page, ends);

  // Undo still reaches back over the reload.
  await page.getByRole('link', { name: 'Design' }).click();
  await page.getByRole('button', { name: /^Undo: Tidy/ }).click();
  await page.getByRole('button', { name: /^Undo: Move Branch/ }).click();
  await page.getByRole('button', { name: /^Undo: Connect/ }).click();
  await expect(page.getByText(/^1 problem\b/)).toBeVisible();
});

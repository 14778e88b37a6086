import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fit, openExample, saved, step } from './support/actions';
import { expect, expectAccessible, test } from './support/test';

const publishButton = (page: Page): Locator => page.getByRole('button', { name: /^Publish/ });

/** Publishes what is on screen; gives the dialog's words. */
async function publish(page: Page, note: string): Promise<string> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Nobody is enrolled yet')).toBeVisible();
  const words = await dialog.innerText();
  await dialog.getByLabel('What and why').fill(note);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(dialog).toBeHidden();
  return words;
}

async function rename(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByLabel('Name of the cadence').fill(name);
  await page.keyboard.press('Enter');
}

async function remove(page: Page, name: string): Promise<void> {
  await step(page, name).click();
  await page.keyboard.press('Delete');
  await expect(step(page, name)).toBeHidden();
}

test('ED-110 ED-111 ED-113 ED-118 ED-119 ED-126 a manager publishes, changes, publishes again offline, compares, restores and takes that back', async ({
  page,
  context
}, info) => {
  await openExample(page);
  await fit(page);
  await expect(page.getByRole('link', { name: 'Never published' })).toBeVisible();
  expect(await publish(page, 'First try')).toContain('2 emails, 4 calls');
  await expect(page.getByRole('link', { name: 'Published just now' })).toBeVisible();

  // With errors the button says so, and leads to them.
  await remove(page, 'Gap 1');
  await expect(publishButton(page)).toHaveAccessibleName(/^Publish: \d errors? to mend/);
  await publishButton(page).click();
  await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo: Delete/ }).click();

  // The second version, without a network and after a reload.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await rename(page, 'Spring follow-up');
  await saved(page);
  await expect(page.getByRole('link', { name: '1 change since Version 1' })).toBeVisible();
  const words = await publish(page, 'For the spring list');
  expect(words).toContain('Only wording has changed');
  expect(words).toContain('Name: “Six-step follow-up” → “Spring follow-up”');
  await remove(page, 'First follow-up call');
  await page.reload();

  // The history, and what the draft changed.
  await page.getByRole('link', { name: 'Versions', exact: true }).click();
  const versions = page.getByRole('list', { name: /^Versions/ });
  await expect(versions.getByRole('listitem')).toHaveCount(3);
  await expect(versions.getByRole('listitem').nth(1)).toContainText('For the spring list');
  const before = page.getByRole('group', { name: 'Drawing of Version 2' });
  const after = page.getByRole('group', { name: 'Drawing of Draft' });
  const call = before.locator('.svelte-flow__node', { hasText: 'First follow-up call' });
  await expect(call).toContainText('Removed');
  await expect(after.locator('.svelte-flow__node', { hasText: 'First follow-up' })).toHaveCount(0);
  await page.keyboard.press('j');
  const changes = page.getByRole('list', { name: 'What differs' });
  await expect(changes.locator('[aria-current]')).toContainText('Removed call');
  await expect(call).toBeInViewport();
  await page.keyboard.press('j');
  await expect(changes.locator('[aria-current]')).toContainText('no longer leads');
  await expectAccessible(page);

  // Versions get names, any two can be compared, and one is a file.
  await page.getByRole('button', { name: 'Actions for Version 1' }).click();
  await page.getByRole('menuitem', { name: 'Name…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Winter');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Actions for Version 2' }).click();
  await page.getByRole('menuitem', { name: 'Compare with the one before' }).click();
  await expect(page.getByRole('group', { name: 'Drawing of Winter' })).toBeVisible();
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await versions.getByRole('button', { name: /^Winter/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export version' }).click()
  ]);
  expect(download.suggestedFilename()).toBe('six-step-follow-up-winter.cadence.json');
  const path = info.outputPath('version.json');
  await download.saveAs(path);
  const file = JSON.parse(readFileSync(path, 'utf8')) as { cadence: { name: string } };
  expect(file.cadence.name).toBe('Six-step follow-up');

  // The first one again, as one step; undo brings the draft back.
  await page.getByRole('button', { name: 'Restore as draft' }).click();
  await expect(page).toHaveURL(/\/cadences\/[0-9a-z]{26}$/);
  await expect(step(page, 'First follow-up call')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Six-step follow-up');
  await page.getByRole('button', { name: 'Undo: Restore Winter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Spring follow-up');
  await expect(step(page, 'First follow-up call')).toBeHidden();
});

test('ED-123 undo reaches back by name over many steps, views and reloads', async ({ page }) => {
  await openExample(page);
  await fit(page);
  // Assumptions are undone like everything else, on every view.
  await page.getByRole('link', { name: 'Simulate' }).first().click();
  const leads = page.getByRole('spinbutton', { name: 'Number of leads' });
  const were = await leads.inputValue();
  await leads.fill('77');
  await leads.blur();
  await expect(page.getByRole('button', { name: 'Undo: Change number of leads' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(leads).toHaveValue(were);

  await page.getByRole('link', { name: 'Design' }).click();
  await fit(page);
  await remove(page, 'Gap 1');
  await remove(page, 'Last call');
  await rename(page, 'Shorter');
  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: 'Go back several steps' }).click();
  const steps = page.getByRole('menuitem');
  await expect(steps).toHaveText(['Rename to Shorter', 'Delete Last call', 'Delete Gap 1']);
  await steps.nth(1).click();
  await expect(step(page, 'Last call')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Six-step follow-up');
  await expect(page.getByRole('button', { name: /^Redo: Delete Last call/ })).toBeVisible();
  await expect(step(page, 'Gap 1')).toBeHidden();
});

test('versions are read and published on a phone @phone', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'a phone shows one thing at a time');
  await page.goto('/');
  await page.getByRole('button', { name: 'Six-step follow-up', exact: true }).click();
  await publish(page, 'From the train');
  await rename(page, 'Renamed');
  await publish(page, 'Again');
  await page.getByRole('link', { name: 'Versions', exact: true }).click();
  await page.getByRole('button', { name: /^Version 1/ }).click();
  await expect(page.getByRole('group', { name: 'Drawing of Version 1' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'All versions' }).click();
  await expect(page.getByRole('button', { name: /^Version 1/ })).toBeVisible();
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(beyond).toBe(0);
});

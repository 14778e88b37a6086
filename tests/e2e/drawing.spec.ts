import type { Page } from '@playwright/test';
import { wideCadence } from '../../src/tools/bench/cadence.js';
import { fit, openExample, saved, step } from './support/actions';
import { expect, test } from './support/test';

/** Also from afar, where names are not written. */
async function placeOf(page: Page, name: string) {
  const box = await page.locator(`.svelte-flow__node[aria-label^="${name}"]`).boundingBox();
  if (!box) throw new Error(`${name} is not drawn`);
  return { x: Math.round(box.x), y: Math.round(box.y) };
}

test('ED-50 ED-51 ED-52 a cadence turns to the right and back, and some of it is tidied alone', async ({
  page
}) => {
  await openExample(page);
  await fit(page);
  const down = await placeOf(page, 'Second follow-up call');

  await page.getByRole('button', { name: 'Run to the right', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Run downwards', exact: true })).toBeVisible();
  await fit(page);
  await expect
    .poll(async () => {
      const [first, last] = [await placeOf(page, 'New lead'), await placeOf(page, 'Last call')];
      return last.x - first.x > 4 * Math.abs(last.y - first.y);
    })
    .toBe(true);

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Run to the right', exact: true })).toBeVisible();
  await fit(page);
  await expect.poll(() => placeOf(page, 'Second follow-up call')).toEqual(down);

  // Two steps are pulled aside; tidying the two leaves the rest alone.
  await page.getByRole('button', { name: /^Zoom to 100/ }).click();
  const call = step(page, 'First follow-up call');
  await call.click();
  await step(page, 'Gap 2').click({ modifiers: ['Shift'] });
  await expect(page.getByText('2 steps', { exact: true }).first()).toBeVisible();
  const before = [
    await placeOf(page, 'Third follow-up call'),
    await placeOf(page, 'First follow-up call')
  ];
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+t');
  await expect(page.getByText('Tidied', { exact: false }).first()).toBeAttached();
  expect(await placeOf(page, 'Third follow-up call')).toEqual(before[0]);
  await saved(page);
});

test('ED-55 ED-56 ED-57 steps are framed, the frame is named, colored, moved and removed', async ({
  page
}) => {
  await openExample(page);
  await fit(page);
  await step(page, 'First follow-up call').click();
  await step(page, 'Gap 2').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Shift+b');
  const settings = page.getByRole('dialog', { name: /^Frame/ });
  const name = settings.getByRole('textbox', { name: 'Name' });
  await name.fill('Inside sales');
  await name.press('Tab');
  await settings.getByTitle('green').click();
  await page.keyboard.press('Escape');
  const title = page.getByRole('button', { name: 'Frame Inside sales', exact: true });
  await expect(title).toBeVisible();

  const before = await placeOf(page, 'Gap 2');
  const box = await title.boundingBox();
  if (!box) throw new Error('no title');
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 140, box.y + 48, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => (await placeOf(page, 'Gap 2')).x).toBeGreaterThan(before.x + 80);
  await saved(page);
  await page.reload();
  await expect(title).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /^Redo/ }).first()).toBeEnabled();

  await title.click();
  await settings.getByRole('button', { name: 'Remove frame' }).click();
  await expect(title).toBeHidden();
});

test('ED-60 a cadence of 5,000 steps opens', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import' }).first().click();
  const buffer = Buffer.from(JSON.stringify(wideCadence('Very large', 5000, 60)));
  await (await chooser).setFiles({ name: 'large.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Show the drawing' }).click({ timeout: 60_000 });
  await expect(step(page, 'New leads')).toBeVisible({ timeout: 60_000 });
  // It can be worked with: a step is selected and named.
  await step(page, 'New leads').click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).first()).toHaveValue(
    'New leads'
  );
});

import type { Page } from '@playwright/test';
import { openExample, simulate } from './support/actions';
import { expect, expectAccessible, test } from './support/test';

const TEAMS = 'With three teams';

/** The simulate screen of the example with people, money and segments, as it was or with its people. */
async function openShop(page: Page, scenario = TEAMS): Promise<void> {
  await openExample(page, 'E-commerce order');
  await page.getByRole('link', { name: 'Simulate' }).first().click();
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption(scenario);
}

async function setLeads(page: Page, leads: number): Promise<void> {
  const field = page.getByRole('spinbutton', { name: 'Number of leads' });
  await field.fill(String(leads));
  await field.blur();
}

async function look(page: Page, view: string): Promise<void> {
  await page.getByRole('radio', { name: view }).check({ force: true });
}

test('a manager sees how busy three teams are, compares with none, and follows one lead', async ({
  page
}) => {
  await openShop(page);
  await setLeads(page, 400);
  await simulate(page);
  const groups = page.getByRole('list', { name: 'People' }).getByRole('listitem');
  await expect(groups).toHaveCount(5);
  for (const group of await groups.all()) await expect(group).toContainText(/\d+\.\d %/);
  await expect(page.getByText(/are busy [\d.]+ % of their hours/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Money' })).toContainText('Profit');

  await look(page, 'Compare');
  await page
    .getByRole('combobox', { name: 'What is on screen, against' })
    .selectOption('Scenario: Typical month');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const touches = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Touches' }) });
  await expect(touches).toBeVisible();
  // The same leads with the same luck: people change when they are touched, hardly how often.
  await expect(page.getByText('Pale differences may be chance.')).toBeVisible();

  await look(page, 'One lead');
  const ends = page.getByRole('combobox', { name: 'A lead that ends by' });
  const closed = ends.getByRole('option', { name: /^Closed \(/ });
  await ends.selectOption((await closed.textContent())?.trim() ?? '');
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await expect(page.getByText('Leaves: Won')).toBeVisible();
  const first = await page.getByRole('heading', { name: /^Lead [\d,]+$/ }).textContent();
  await page.getByRole('button', { name: 'Next one like this' }).click();
  await expect(page.getByRole('heading', { name: /^Lead [\d,]+$/ })).not.toHaveText(first ?? '');
  await expect(page.getByText('Leaves: Won')).toBeVisible();

  // Where it went is lit on the canvas, until that is cleared.
  await page.getByRole('button', { name: 'Show its way on the canvas' }).click();
  const lit = page.locator('.svelte-flow__node.on-way');
  await expect(lit.filter({ hasText: 'Closed' })).toBeVisible();
  await expect(page.locator('.svelte-flow__edge.on-way').first()).toBeAttached();
  await page.getByRole('button', { name: /^Clear the way of Lead/ }).click();
  await expect(lit).toHaveCount(0);
});

test('a long run tells how far it is, and is cancelled', async ({ page }) => {
  await openShop(page);
  await setLeads(page, 200);
  await simulate(page);
  const before = await page.getByText(/^Of [\d,]+ leads/).textContent();
  await setLeads(page, 1_000_000);
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByRole('progressbar', { name: 'Simulated leads' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeEnabled();
  await expect(page.getByText(/^Of [\d,]+ leads/)).toHaveText(before ?? '');
});

test('a run that is given a longest time ends with what it has, and says so', async ({ page }) => {
  await openShop(page, 'Typical month');
  await setLeads(page, 1_000_000);
  await page.getByText('More assumptions').click();
  const longest = page.getByRole('spinbutton', { name: 'Longest run' });
  await longest.fill('0.5');
  await longest.blur();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText(/^Ended early, because its time was used up/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`SIMUI-21 results come into view, and axe finds nothing on people, comparison and one lead (${colorScheme}) @phone`, async ({
    page
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openShop(page);
    await setLeads(page, 200);
    await simulate(page);
    await expect(page.getByRole('button', { name: 'Run again' })).toBeAttached();
    await expect(page.getByText(/^Of [\d,]+ leads/)).toBeInViewport();
    await expect(page.getByRole('link', { name: 'Design' })).toBeInViewport();
    await expectAccessible(page);
    await look(page, 'Compare');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(page.getByRole('rowheader', { name: 'Touches' })).toBeVisible();
    await expectAccessible(page);
    await look(page, 'One lead');
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    await expect(page.getByRole('list', { name: 'What happened, by day' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show its way on the canvas' }).click();
    await expect(page.locator('.svelte-flow__node.on-way').first()).toBeVisible();
    await expectAccessible(page);
  });

import { saved, simulate, step } from './support/actions';
import { expect, expectAccessible, test } from './support/test';

test.use({ newcomer: true });

test('a newcomer answers a few questions, is shown around once, and simulates what was proposed @phone', async ({
  page
}, info) => {
  const isPhone = info.project.name === 'phone';
  await page.goto('/');
  await page.getByRole('button', { name: 'Answer a few questions' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What do you sell?').fill('season plans');
  await dialog.getByRole('radio', { name: 'They ask us' }).click();
  await dialog.getByRole('button', { name: 'Next' }).click();

  // Six deciders make it a relational sale, and it says so.
  await dialog.getByLabel('How many people have a say in it?').fill('6');
  await dialog.getByLabel('How many people have a say in it?').blur();
  await expect(dialog.getByText(/With 6 people deciding/)).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Relational' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Next' }).click();

  // A team without a working day is not gone on with.
  await dialog.getByRole('checkbox', { name: 'SMS' }).check();
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await dialog.getByRole('checkbox', { name: day }).uncheck();
  }
  await expect(dialog.getByRole('alert')).toContainText('at least one working day');
  await expect(dialog.getByRole('button', { name: 'Next' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Tuesday' }).check();
  await dialog.getByRole('checkbox', { name: 'Thursday' }).check();
  await dialog.getByRole('button', { name: 'Next' }).click();

  // Every choice is explained.
  await expect(dialog.getByText('A relational cadence, in stages')).toBeVisible();
  await expect(dialog.getByText('A meeting with the other deciders')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create this cadence' }).click();
  await expect(page).toHaveURL(/\/cadences\/[0-9a-z]{26}$/);

  // Four steps of a tour, then never again.
  const tour = page.getByRole('region', { name: /^Tour/ });
  await expect(tour).toContainText('Add what happens next');
  for (let seen = 1; seen < 4; seen += 1) await tour.getByRole('button', { name: 'Next' }).click();
  await expect(tour).toContainText('See whether it works');
  await expectAccessible(page);
  await tour.getByRole('button', { name: 'Begin' }).click();
  await expect(tour).toBeHidden();
  await expect(page.getByText(/^No problems/)).toBeVisible();
  if (!isPhone) await expect(step(page, 'Discovery meeting')).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByText(/^No problems/)).toBeVisible();
  await expect(tour).toBeHidden();

  await page.getByRole('link', { name: 'Simulate' }).first().click();
  await simulate(page);
});

test('ED-137 an empty drawing says how to begin', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start blank' }).click();
  await page.getByRole('button', { name: 'Skip the tour' }).click();
  await expect(page.getByText('Leads come in and leave again.')).toBeVisible();
  await page.getByRole('application', { name: 'Canvas' }).press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('heading', { name: 'Draw your first cadence' })).toBeVisible();
  await page.getByRole('button', { name: 'Add an entry' }).first().click();
  await expect(step(page, 'Start')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Draw your first cadence' })).toBeHidden();
});

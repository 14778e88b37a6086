import type { Page } from '@playwright/test';
import { announced, expectStep, tabTo } from './support/keys';
import { expect, expectAccessible, test } from './support/test';

/** No hand on the mouse in this file: `page.keyboard` alone. */

/** Adds a step behind the one that the keys are on, and gives it its name. */
async function add(page: Page, kind: string, name: string): Promise<void> {
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: /^Add a step/ })).toBeVisible();
  await page.keyboard.type(kind);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Add a step/ })).toBeHidden();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Escape');
  await expectStep(page, name);
}

/** A field of the settings of the step that the keys are on, reached by Tab. */
async function intoSettings(page: Page, role: 'combobox' | 'textbox', name: string | RegExp) {
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Settings').getByRole(role, { name }));
}

async function gap(page: Page, name: string, days: number): Promise<void> {
  await add(page, 'wait', name);
  await intoSettings(page, 'combobox', /^(Length|Until|For|Wait)/i);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(`${days} bd`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expectStep(page, name);
}

async function writeEmail(page: Page): Promise<void> {
  await intoSettings(page, 'textbox', 'Subject');
  await page.keyboard.type('Your season');
  await tabTo(page, page.getByLabel('Settings').getByRole('textbox', { name: 'Text' }));
  await page.keyboard.type('An idea for your season.');
  await page.keyboard.press('Escape');
}

async function call(page: Page, name: string): Promise<void> {
  await add(page, 'call', name);
  await intoSettings(page, 'textbox', 'Call script');
  await page.keyboard.type('Hello, what stood out for you?');
  const group = page.getByRole('group', { name: /leave this step by a port/ });
  if (!(await group.isVisible())) {
    // Open once, it is open for the next call too.
    await tabTo(page, page.locator('summary', { hasText: 'Ways of their own' }));
    await page.keyboard.press('Enter');
  }
  for (const way of ['Interested', 'Not interested']) {
    await tabTo(page, group.getByRole('checkbox', { name: way, exact: true }));
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Escape');
  await expectStep(page, name);
}

/** Leads a way of the step that the keys are on to another step. */
async function connect(page: Page, way: string, to: string): Promise<void> {
  await page.keyboard.press('c');
  const picker = page.getByRole('dialog', { name: /^Connect/ });
  await expect(picker).toBeVisible();
  await page.keyboard.type(way);
  await page.keyboard.press('Enter');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(announced(page)).toContainText(`leads to ${to}`);
}

/** Gives an end its result. */
async function result(page: Page, words: string): Promise<void> {
  await intoSettings(page, 'combobox', 'Result');
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
}

test('ED-70 ED-71 a cadence of six steps is drawn, found free of problems and simulated without a mouse', async ({
  page
}) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await tabTo(page, page.getByRole('button', { name: 'Start blank' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cadences\/[0-9a-z]{26}$/);
  await expect(page.locator('.svelte-flow__node').first()).toBeVisible();

  // Leads come in and leave again; what happens in between is added behind the step with the keys.
  await page.keyboard.press('g');
  await expectStep(page, 'Start');
  await expect(announced(page)).toContainText('step 1 of 2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await page.keyboard.type('Moved on');
  await page.keyboard.press('Escape');
  await expectStep(page, 'Moved on');
  await result(page, 'Unresp');
  await page.keyboard.press('ArrowUp');
  await expectStep(page, 'Start');

  await add(page, 'email', 'Introduction email');
  await writeEmail(page);
  await gap(page, 'Gap 1', 2);
  await call(page, 'First follow-up call');
  await add(page, 'exit', 'Becomes an opportunity');
  await result(page, 'Qual');
  await page.keyboard.press('ArrowUp');
  await add(page, 'exit', 'Closed');
  await result(page, 'Not int');
  await page.keyboard.press('ArrowUp');
  await expectStep(page, 'First follow-up call');
  await expect(announced(page)).toContainText('3 ways: Otherwise to Moved on; If Interested to');

  await gap(page, 'Gap 2', 3);
  for (const [name, days] of [
    ['Second follow-up call', 4],
    ['Third follow-up call', 5]
  ] as const) {
    await call(page, name);
    await connect(page, 'interested', 'Becomes an opportunity');
    await connect(page, 'not', 'Closed');
    await gap(page, `Gap ${days - 1}`, days);
  }
  await add(page, 'email', 'Email with an example');
  await writeEmail(page);
  await gap(page, 'Gap 5', 5);
  await call(page, 'Last call');
  await connect(page, 'interested', 'Becomes an opportunity');
  await connect(page, 'not', 'Closed');

  // Back to the beginning, and by number along a way.
  await page.keyboard.press('Home');
  await expectStep(page, 'Start');
  await expect(announced(page)).toContainText('step 1 of 15');
  await expectAccessible(page);
  await expect(page.getByText('No problems', { exact: true })).toBeVisible();

  // Ten thousand leads.
  await tabTo(page, page.getByRole('link', { name: 'Simulate' }).first());
  await page.keyboard.press('Enter');
  const run = page.getByRole('button', { name: /^Run/ });
  await expect(run).toBeVisible();
  await tabTo(page, run);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Of [\d,]+ leads/)).toBeVisible();
  await expect(page.getByText('Becomes an opportunity').first()).toBeVisible();
});

import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

/** The step with this name on the canvas. */
export function step(page: Page, name: string): Locator {
  return page.locator('.svelte-flow__node').filter({ hasText: name });
}

/** Opens an example of the gallery on the empty first screen, as a cadence of its own. */
export async function openExample(page: Page, name = 'Six-step follow-up'): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page).toHaveURL(/\/cadences\/[0-9a-z]{26}$/);
  await showDrawing(page);
}

/** The drawing of the open cadence, where it is first shown as a list, as on phones. */
async function showDrawing(page: Page): Promise<void> {
  const list = page.getByRole('button', { name: 'Show as drawing' });
  const drawing = page.getByRole('button', { name: 'Show as list' });
  await expect(list.or(drawing)).toBeVisible();
  if (await list.isVisible()) await list.click();
  await expect(page.locator('.svelte-flow__node').first()).toBeVisible();
}

/** Runs the simulation of the simulate screen to its end. */
export async function simulate(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByText(/^Of [\d,]+ leads/)).toBeVisible();
}

/** Waits until everything typed is stored. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Saved on this device')).toBeVisible();
}

/** Brings every step into view. */
export async function fit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
}

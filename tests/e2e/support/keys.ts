import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

/** More than any screen has. */
const MOST_STOPS = 160;

/** Goes on with the Tab key until this has the focus. */
export async function tabTo(page: Page, goal: Locator, key = 'Tab'): Promise<void> {
  const element = await goal.first().elementHandle();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await element?.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never comes to ${String(goal)}`);
}

/** The step that the keys are on, in the drawing. */
function focusedStep(page: Page): Locator {
  return page.locator('.svelte-flow__node:focus');
}

/** Waits until the keys are on the step of this name, in the drawing. */
export async function expectStep(page: Page, name: string | RegExp): Promise<void> {
  await expect(focusedStep(page)).toHaveAccessibleName(
    typeof name === 'string' ? new RegExp(`^${name}\\b`) : name
  );
}

/** What was announced last. */
export function announced(page: Page): Locator {
  return page.locator('p.sr-only[role="status"]');
}

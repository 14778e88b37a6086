import type { Page } from '@playwright/test';
import { fit, openExample, simulate, step } from './support/actions';
import { expect, expectAccessible, test } from './support/test';

function isPhone(page: Page): Promise<boolean> {
  return page.getByRole('button', { name: 'Edit step' }).isVisible();
}

/** On a phone the settings of a step are a sheet. */
async function openSettings(page: Page): Promise<void> {
  if (await isPhone(page)) await page.getByRole('button', { name: 'Edit step' }).click();
}

/** Selects steps of the branched follow-up one after the other. */
async function openSteps(page: Page, ids: readonly string[]): Promise<void> {
  await openExample(page, 'Branched follow-up');
  await fit(page);
  for (const id of ids) {
    await expectAccessible(page);
    await page.locator(`.svelte-flow__node[data-id="${id}"]`).click();
    await openSettings(page);
    const heading = page.getByLabel('Settings').getByRole('heading', { level: 2 });
    await expect(heading).not.toHaveText('This cadence');
    if (await isPhone(page)) {
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Close', exact: true }).click();
    }
  }
}

/** Each screen: how to get there. Axe must find nothing on any of them, in light and in dark. */
const SCREENS: readonly { readonly name: string; go(page: Page): Promise<void> }[] = [
  {
    name: 'library, empty',
    async go(page) {
      await page.goto('/');
      await expect(
        page.getByRole('button', { name: 'Six-step follow-up', exact: true })
      ).toBeVisible();
    }
  },
  {
    name: 'library, gallery over cards',
    async go(page) {
      await openExample(page);
      await page.getByRole('link', { name: 'Cadences' }).first().click();
      await expect(page.getByRole('article')).toHaveCount(1);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'New cadence' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    }
  },
  { name: 'editor, cadence', go: (page) => openExample(page) },
  {
    name: 'editor, action',
    async go(page) {
      await openExample(page);
      await fit(page);
      await step(page, 'Second follow-up call').click();
      await openSettings(page);
      await expect(page.getByRole('heading', { name: 'Second follow-up call' })).toBeVisible();
    }
  },
  { name: 'editor, branch and wait', go: (page) => openSteps(page, ['region', 'wait-cold']) },
  {
    name: 'editor, exit, stage and entry',
    go: (page) => openSteps(page, ['qualified', 'qualifying', 'start'])
  },
  {
    name: 'editor, problems',
    async go(page) {
      await openExample(page);
      await fit(page);
      await step(page, 'Moved on').click();
      await page.keyboard.press('Delete');
      await page.getByTitle('Show problems').click();
      await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
      await expect(page.getByText(/^\d problems?\b/)).toBeVisible();
    }
  },
  {
    name: 'editor, list',
    async go(page) {
      await openExample(page, 'Branched follow-up');
      await page.getByRole('button', { name: 'Show as list' }).click();
      await expect(page.getByRole('tree')).toBeVisible();
    }
  },
  {
    name: 'editor, find',
    async go(page) {
      await openExample(page);
      await page.keyboard.press('ControlOrMeta+f');
      await page.keyboard.type('call');
      await expect(page.getByRole('option').first()).toBeVisible();
    }
  },
  {
    name: 'editor, connecting by keys',
    async go(page) {
      await openExample(page);
      await page.keyboard.press('g');
      await page.keyboard.press('c');
      await expect(page.getByRole('dialog', { name: /^Connect/ })).toBeVisible();
    }
  },
  {
    name: 'simulate, before',
    async go(page) {
      await openExample(page);
      await page.getByRole('link', { name: 'Simulate' }).first().click();
      await expect(page.getByRole('button', { name: 'Run' })).toBeVisible();
    }
  },
  {
    name: 'simulate, results',
    async go(page) {
      await openExample(page);
      await page.getByRole('link', { name: 'Simulate' }).first().click();
      await simulate(page);
    }
  },
  {
    name: 'command palette',
    async go(page) {
      await openExample(page);
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog')).toBeVisible();
    }
  },
  {
    name: 'shortcuts',
    async go(page) {
      await openExample(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    }
  },
  {
    name: 'no such cadence',
    async go(page) {
      await page.goto('/cadences/01jd00000000000000000000zz');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('no such cadence');
    }
  }
];

// Colors are the same on a small screen: there one theme says enough.
for (const [colorScheme, sizes] of [
  ['light', ''],
  ['dark', ' @phone']
] as const) {
  for (const { name, go } of SCREENS) {
    test(`axe finds nothing on: ${name} (${colorScheme})${sizes}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await go(page);
      await expectAccessible(page);
    });
  }
}

test.describe('an address that leads nowhere', () => {
  // The router says on the console what the page says on the screen.
  test.use({ tolerated: [/Not found: \/nowhere/] });

  test('is said plainly, with a way back', async ({ page }) => {
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('no page');
    await expectAccessible(page);
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: 'Cadences' })).toBeVisible();
  });
});

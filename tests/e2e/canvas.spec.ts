import type { Locator, Page } from '@playwright/test';
import { fit, openExample, saved, step } from './support/actions';
import { expect, expectAccessible, test } from './support/test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** The little menu that asks which step is to be added. */
function menu(page: Page): Locator {
  return page.getByRole('dialog', { name: /^Add a step/ });
}

function way(page: Page, name: RegExp): Locator {
  return page.getByLabel(name);
}

/** A point in the middle of what is drawn, on the screen. */
async function middle(part: Locator): Promise<{ x: number; y: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error('it is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number }
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

/** Somewhere on the drawing where nothing is. */
async function emptySpot(page: Page): Promise<{ x: number; y: number }> {
  const frame = await page.locator('.svelte-flow').boundingBox();
  if (!frame) throw new Error('there is no canvas');
  return { x: frame.x + frame.width - 180, y: frame.y + 140 };
}

/** What would be read out. */
function told(page: Page, words: string | RegExp): Locator {
  return page.getByRole('status').filter({ hasText: words }).first();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.setData('text/plain', given);
    data.setData('text/html', '<img src=x onerror="document.title=1">');
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true
    });
    document.body.dispatchEvent(event);
  }, text);
}

test.describe('by hand', () => {
  test.beforeEach(async ({ page }) => {
    await openExample(page);
    await page.keyboard.press('Escape');
    await fit(page);
  });

  test('ED-30 ED-31 ED-33 steps are found, kept at hand and added beside the selected one', async ({
    page
  }) => {
    // A favorite stands at the top of the palette and of the little menu, also after a reload.
    await page.getByRole('searchbox', { name: 'Find a step to add' }).fill('phone');
    const palette = page.getByRole('region', { name: 'Steps to add' });
    await expect(palette.getByRole('button', { name: 'Call', exact: true })).toBeVisible();
    await expect(palette.getByRole('button', { name: 'Email', exact: true })).toBeHidden();
    await palette.getByRole('button', { name: 'Call is a favorite' }).click();
    await page.reload();
    await expect(palette.getByRole('heading').first()).toHaveText('Favorites');

    await step(page, 'Introduction email').click();
    await page.keyboard.press('/');
    await expect(menu(page).getByRole('option').first()).toHaveText('Call');
    await expect(menu(page).getByRole('option', { name: 'Entry' })).toBeHidden();
    await expectAccessible(page);
    await page.keyboard.type('pause');
    await page.keyboard.press('Enter');
    await expect(told(page, /^Added Wait between Introduction email and/)).toBeAttached();
    await expect(page.getByLabel(/^1 business day|^Wait, 1 business day/)).toBeFocused();

    // On it goes, by the other key, from what was added; Escape goes back to it.
    await page.keyboard.press('a');
    await expect(menu(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu(page)).toBeHidden();
    await page.getByRole('button', { name: /^Undo: Add Wait between/ }).click();
    await expect(way(page, /^Connection from Introduction email to Gap 1/)).toBeAttached();
  });

  test('ED-30 ED-32 ED-36 the plus on a connection inserts, and a connection into the void asks', async ({
    page
  }) => {
    const line = way(page, /^Connection from Gap 1.* to First follow-up call/);
    const before = await step(page, 'First follow-up call').boundingBox();
    const on = await middle(line);
    const plus = page.getByRole('button', { name: /^Insert a step between Gap 1/ });
    // On either side of the line.
    for (const side of [-3, 3]) {
      await page.mouse.move(on.x + side, on.y);
      await expect(plus).toBeVisible();
      await page.mouse.move(on.x + 300, on.y);
      await expect(plus).toBeHidden();
    }
    await page.mouse.move(on.x, on.y);
    await plus.click();
    await expect(menu(page).getByRole('option', { name: 'Exit' })).toBeHidden();
    await menu(page).getByRole('option', { name: 'Task' }).click();
    await expect(way(page, /^Connection from Gap 1.* to Task/)).toBeAttached();
    const after = await step(page, 'First follow-up call').boundingBox();
    expect(after?.y ?? 0).toBeGreaterThan(before?.y ?? 0);

    // From a port into the void: whatever is chosen is placed there, and the way goes on from it.
    await page.keyboard.press('Escape');
    await fit(page);
    await step(page, 'Second follow-up call').hover();
    const port = page.getByLabel(/^Interested, out of Second follow-up call/);
    const spot = await emptySpot(page);
    await drag(page, await middle(port), spot);
    await page.mouse.up();
    await menu(page).getByRole('option', { name: 'Meeting' }).click();
    await expect(way(page, /^Connection from Second follow-up call to Meeting/)).toBeAttached();
    await expect(way(page, /^Connection from Meeting to Opportunity/)).toBeAttached();
  });

  test('ED-34 steps are dropped on connections, from the palette and from the drawing', async ({
    page
  }) => {
    const line = way(page, /^Connection from Gap 2.* to Second follow-up call/);
    const frame = await page.locator('.svelte-flow').boundingBox();
    const on = await middle(line);
    await page
      .getByRole('button', { name: 'Task', exact: true })
      .dragTo(page.locator('.svelte-flow'), {
        targetPosition: { x: on.x - (frame?.x ?? 0), y: on.y - (frame?.y ?? 0) }
      });
    await expect(way(page, /^Connection from Gap 2.* to Task/)).toBeAttached();
    await expect(way(page, /^Connection from Task to Second follow-up call/)).toBeAttached();

    // Taken up again, it leaves its way, which closes behind it, for another.
    const other = await middle(way(page, /^Connection from Gap 4.* to/));
    await drag(page, await middle(step(page, 'Task').first()), other);
    await expect(page.getByText(/^Put between Gap 4/)).toBeVisible();
    await page.mouse.up();
    await expect(way(page, /^Connection from Gap 4.* to Task/)).toBeAttached();
    await expect(way(page, /^Connection from Gap 2.* to Second follow-up call/)).toBeAttached();
    await page.getByRole('button', { name: /^Undo: Put Task between/ }).click();
    await expect(way(page, /^Connection from Gap 2.* to Task/)).toBeAttached();
  });

  test('ED-35 an end of a connection is moved; where that is not allowed it stays', async ({
    page
  }) => {
    const line = way(page, /^Connection from Gap 5.* to/);
    const first = await line.getAttribute('aria-label');
    const on = await middle(line);
    await page.mouse.click(on.x, on.y);
    const end = page.locator('.svelte-flow__edgeupdater-target');
    await drag(page, await middle(end), await middle(step(page, 'New lead')));
    await expect(page.getByText('Nothing can lead back to where leads come in.')).toBeVisible();
    await page.mouse.up();
    await expect(page.getByLabel(first ?? '')).toBeAttached();

    // Into the void the connection stays as it is, and nothing is asked.
    await drag(page, await middle(end), await emptySpot(page));
    await page.mouse.up();
    await expect(menu(page)).toBeHidden();
    await expect(page.getByLabel(first ?? '')).toBeAttached();

    await drag(page, await middle(end), await middle(step(page, 'Third follow-up call')));
    await page.mouse.up();
    await expect(way(page, /^Connection from Gap 5.* to Third follow-up call/)).toBeAttached();
    await page.getByRole('button', { name: /^Undo: Reconnect: Connect Gap 5/ }).click();
    await expect(page.getByLabel(first ?? '')).toBeAttached();
  });

  test('ED-37 ED-38 ED-39 ED-40 ED-44 steps are selected with a box, arranged and multiplied', async ({
    page
  }) => {
    const frame = await page.locator('.svelte-flow').boundingBox();
    const low = await step(page, 'Second follow-up call').boundingBox();
    if (!frame || !low) throw new Error('not drawn');
    await page.keyboard.down('Shift');
    await drag(
      page,
      { x: frame.x + 20, y: frame.y + 60 },
      { x: low.x + low.width + 20, y: low.y + low.height / 2 }
    );
    await page.mouse.up();
    await page.keyboard.up('Shift');
    const bar = page.getByRole('toolbar', { name: 'Arrange the selected steps' });
    await expect(bar).toContainText('7 steps');
    // One more, by Shift and click, and out again.
    await step(page, 'Third follow-up call').click({ modifiers: ['Shift'] });
    await expect(bar).toContainText('8 steps');
    await step(page, 'Third follow-up call').click({ modifiers: ['Shift'] });
    await expect(bar).toContainText('7 steps');

    await expectAccessible(page);
    await bar.getByRole('button', { name: 'Align left' }).click();
    const lefts = async () =>
      Promise.all(
        ['Introduction email', 'Gap 1', 'First follow-up call'].map(
          async (name) => (await step(page, name).boundingBox())?.x ?? 0
        )
      );
    await expect.poll(async () => new Set((await lefts()).map(Math.round)).size).toBe(1);
    await bar.getByRole('button', { name: 'Distribute horizontally' }).click();
    await page.getByRole('button', { name: /^Undo: Distribute 7 steps horizontally/ }).click();
    await page.getByRole('button', { name: /^Undo: Align 7 steps on the left/ }).click();
    await expect.poll(async () => new Set((await lefts()).map(Math.round)).size).toBeGreaterThan(1);

    // The group moves as one.
    const before = await step(page, 'Gap 1').boundingBox();
    const held = await middle(step(page, 'First follow-up call'));
    await drag(page, held, { x: held.x + 60, y: held.y + 10 });
    await page.mouse.up();
    await expect
      .poll(async () => ((await step(page, 'Gap 1').boundingBox())?.x ?? 0) - (before?.x ?? 0))
      .toBeGreaterThan(50);
    await page.getByRole('button', { name: /^Undo: Move 7 steps/ }).click();

    await page.keyboard.press('ControlOrMeta+d');
    await expect(step(page, 'First follow-up call')).toHaveCount(2);
    await expect(page.getByRole('button', { name: /^Undo: Duplicate 7 steps/ })).toBeEnabled();

    // The same by the menu of one step.
    await step(page, 'Becomes an opportunity').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Duplicate/ }).click();
    await expect(step(page, 'Becomes an opportunity')).toHaveCount(2);
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu', { name: 'Selected steps' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await expect(page.getByText('Draw your first cadence')).toBeVisible();
  });

  test('ED-40 ED-41 steps go from one cadence to another by the clipboard', async ({ page }) => {
    await step(page, 'Introduction email').click();
    await step(page, 'Gap 1').click({ modifiers: ['Shift'] });
    await page.keyboard.press('ControlOrMeta+c');
    await expect(told(page, 'Copied 2 steps.')).toBeAttached();
    await saved(page);

    await page.getByRole('link', { name: 'Cadences' }).first().click();
    await page.getByRole('button', { name: 'New cadence' }).first().click();
    await page.getByRole('button', { name: 'Start blank' }).click();
    await expect(page).toHaveURL(/\/cadences\/[0-9a-z]{26}$/);
    await expect(page.locator('.svelte-flow__node').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('.svelte-flow__pane').hover({ position: { x: 200, y: 300 } });
    await page.keyboard.press('ControlOrMeta+v');
    await expect(step(page, 'Introduction email')).toBeVisible();
    await expect(way(page, /^Connection from Introduction email to Gap 1/)).toBeAttached();
    await expect(page.getByText(/^Added to this cadence too: .*Gap 1/)).toBeVisible();

    // Again, and cut: each is one step of undo.
    await page.keyboard.press('ControlOrMeta+v');
    await expect(step(page, 'Introduction email')).toHaveCount(2);
    await page.keyboard.press('ControlOrMeta+x');
    await expect(step(page, 'Introduction email')).toHaveCount(1);
    await page.getByRole('button', { name: /^Undo: Cut 2 steps/ }).click();
    await page.getByRole('button', { name: /^Undo: Paste 2 steps/ }).click();
    await page.getByRole('button', { name: /^Undo: Paste 2 steps/ }).click();
    await expect(step(page, 'Introduction email')).toHaveCount(0);
  });

  test('ED-42 ED-43 whatever is pasted is understood, or it is said why not', async ({ page }) => {
    const count = await page.locator('.svelte-flow__node').count();
    const refused = async (text: string, words: RegExp) => {
      await paste(page, text);
      await expect(page.getByText(words).first()).toBeVisible();
      await expect(page.locator('.svelte-flow__node')).toHaveCount(count);
    };
    await refused('', /nothing to paste/);
    await refused('{"hello": ["world"]}', /neither steps nor a cadence/);
    await refused('x'.repeat(5_000_000), /too much to paste: 5\.0 million/);
    await refused('long '.repeat(2000), /too long for a note/);
    await refused('{"cadenza":"steps","format":1,"nodes":[', /cannot be read/);
    await refused('{"cadenza":"steps","__proto__":{"x":1}}', /must not be called that/);
    await refused('{"format":1,"cadence":{"id":"x"}}', /The cadence cannot be read/);
    expect(await page.evaluate(() => ({}))).toEqual({});

    // Words become a note, markup and all; what is in a field stays there.
    await paste(page, '<script>alert(1)</script> Call them in May');
    await expect(step(page, '<script>alert(1)</script> Call them in May')).toBeVisible();
    await page.getByRole('button', { name: /^Undo: Paste a note/ }).click();
    await expect(page.locator('.svelte-flow__node')).toHaveCount(count);
    await page.getByRole('searchbox', { name: 'Find a step to add' }).focus();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(page.locator('.svelte-flow__node')).toHaveCount(count);
  });
});

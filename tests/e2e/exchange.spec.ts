import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { flowText, processText } from '../support/bpmn-text';
import { openExample, step } from './support/actions';
import { expect, expectAccessible, test } from './support/test';

/** What an entry of the export menu saves. */
async function exported(page: Page, entry: string): Promise<Download> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry, exact: true }).click()
  ]);
  return download;
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import' }).click()
  ]);
  await chooser.setFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });
}

test('EXC-3 EXC-6 EXC-8 EXC-20 a cadence goes out in every format, and comes back from BPMN as it was', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExample(page);

  const json = await exported(page, 'Cadence file');
  expect(json.suggestedFilename()).toBe('six-step-follow-up.cadence.json');
  expect(JSON.parse(await textOf(json))).toMatchObject({ cadence: { name: 'Six-step follow-up' } });

  const mermaid = await exported(page, 'Mermaid');
  expect(mermaid.suggestedFilename()).toBe('six-step-follow-up.mmd');
  expect(await textOf(mermaid)).toMatch(/^flowchart TD\n/);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Copy as Mermaid' }).click();
  await expect(page.getByText('Copied as Mermaid')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await textOf(mermaid));

  const bpmn = await exported(page, 'BPMN 2.0');
  expect(bpmn.suggestedFilename()).toBe('six-step-follow-up.bpmn');
  const xml = await textOf(bpmn);
  expect(xml).toContain('<bpmn:sendTask');

  // Somebody renames a step in another tool; the rest is as it was.
  await page.getByRole('link', { name: 'Cadences' }).first().click();
  await choose(
    page,
    'changed.bpmn',
    xml.replace('name="First follow-up call"', 'name="Ring them"')
  );
  await page.getByRole('button', { name: 'Keep both' }).click();
  const dialog = page.getByRole('dialog', { name: /was imported/ });
  await expect(dialog).toContainText('Everything in it was taken over.');
  await dialog.getByRole('button', { name: 'Open it' }).click();
  await expect(step(page, 'Ring them')).toBeVisible();
  await expect(page.getByText('No problems')).toBeVisible();
});

test('EXC-21 EXC-23 pictures are made light and dark, and say how large they are', async ({
  page
}) => {
  await openExample(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'PNG…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export a picture' });
  await expect(dialog.getByRole('img', { name: /The whole of/ })).toBeVisible();
  await expect(dialog.getByRole('status')).toContainText(/[\d,]+ × [\d,]+ pixels/);
  await expectAccessible(page);
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download PNG' }).click()
  ]);
  expect(png.suggestedFilename()).toBe('six-step-follow-up.png');
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString()
  ).toBe('PNG');

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('export as svg');
  await page.keyboard.press('Enter');
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  await expect(dialog.getByRole('status')).toContainText('Sharp at any size');
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download SVG' }).click()
  ]);
  const markup = await textOf(svg);
  expect(markup).toContain('First follow-up call</text>');
  expect(markup).toContain('#17171b');
});

test('EXC-14 EXC-18 EXC-20 BPMN of another tool comes in with a report, and a bad file is refused', async ({
  page
}) => {
  await page.goto('/');
  const text = processText(
    '<bpmn:startEvent id="s" name="Lead"/>',
    '<bpmn:serviceTask id="crm" name="Update the CRM"/>',
    '<bpmn:task id="a" name="Call them"/>',
    '<bpmn:endEvent id="e" name="Won"/>',
    ...[flowText('s', 'crm'), flowText('crm', 'a'), flowText('a', 'e')]
  );
  await choose(page, 'sales.bpmn', text);
  const dialog = page.getByRole('dialog', { name: '“Sales” was imported' });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByRole('listitem')).toContainText('Service task “Update the CRM” crm');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Open it' }).click();
  await expect(step(page, 'Update the CRM')).toBeVisible();

  await page.getByRole('link', { name: 'Cadences' }).first().click();
  await choose(page, 'cut.bpmn', text.slice(0, -60));
  const refused = page.getByRole('dialog', { name: 'The file was not imported' });
  await expect(refused).toContainText('ends too early');
});

test('EXC-26 the playbook is on paper what it is on screen, and nothing else @phone', async ({
  page
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openExample(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Print playbook' }).click();
  await expect(page).toHaveURL(/\/playbook$/);
  const sheet = page.getByRole('article');
  await expect(sheet.getByRole('heading', { name: 'Six-step follow-up', level: 1 })).toBeVisible();
  await expect(sheet.getByRole('img', { name: /The whole cadence/ })).toBeVisible();
  await expect(sheet.getByRole('heading', { name: 'First follow-up call' })).toBeVisible();
  await expectAccessible(page);

  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const colors = await sheet.evaluate((element) => {
    const { color } = getComputedStyle(element);
    return [color, getComputedStyle(document.body).backgroundColor];
  });
  expect(colors).toEqual(['rgb(29, 27, 24)', 'rgb(255, 255, 255)']);
  // As long as it is: not one screen of it.
  const pages = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
  expect(pages).toBeGreaterThan(1);
});

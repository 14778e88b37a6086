import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStaticServer, listen } from '../../src/tools/static-server.js';
import { openExample, saved, step } from './support/actions';
import { expect, test } from './support/test';

test('the app can be installed, and opens any of its addresses offline', async ({
  page,
  context
}) => {
  await openExample(page);
  await saved(page);
  const address = page.url();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

  const client = await context.newCDPSession(page);
  const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
  // Test browsers are private windows, in which nothing can be installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);

  await context.setOffline(true);
  const again = await context.newPage();
  await again.goto(address);
  await expect(step(again, 'First follow-up call')).toBeVisible();
  await again.getByRole('button', { name: 'Tidy' }).click();
  await again.getByRole('button', { name: /^Undo: Tidy/ }).click();
  await again.goto(`${address}/simulate`);
  await expect(again.getByRole('button', { name: 'Run' })).toBeVisible();
});

test('a new version waits until it is asked for, and takes nothing away', async ({
  page
}, info) => {
  const folder = info.outputPath('build');
  cpSync('build', folder, { recursive: true });
  const server = createStaticServer(folder);
  const port = await listen(server, 0);
  try {
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByRole('button', { name: 'Six-step follow-up', exact: true }).click();
    await saved(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    // The next release: its service worker differs and keeps a cache of its own.
    const worker = join(folder, 'service-worker.js');
    const { version } = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')) as {
      version: string;
    };
    const old = readFileSync(worker, 'utf8');
    expect(old).toContain(version);
    writeFileSync(worker, old.replaceAll(version, `${version}9`));

    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await expect(page.getByText('New version ready.')).toBeVisible();
    await expect(step(page, 'First follow-up call')).toBeVisible();
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await reloaded;
    await expect(step(page, 'First follow-up call')).toBeVisible();
    await expect(page.getByText('New version ready.')).toBeHidden();
    expect(await page.evaluate(() => caches.keys())).toContainEqual(
      expect.stringContaining(`${version}9`)
    );
  } finally {
    server.close();
  }
});

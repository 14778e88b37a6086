/*
 * Pictures of every screen, at both sizes and in both themes, and the one in the README:
 * `npm run screenshots [-- --out folder]`. The app is built and served by itself; the example is
 * opened as a person would open it.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserLaunchOptions } from './browser.js';
import { buildIfStale } from './build.js';
import { BUILD, CACHE, ROOT } from './paths.js';
import { createStaticServer, listen } from './static-server.js';

/** @typedef {import('@playwright/test').Page} Page */

const EXAMPLE = /six-step follow-up/i;
const README_PICTURE = join(ROOT, 'static/screenshots/editor.png');

const SIZES = [
  { size: 'desktop', viewport: { width: 1440, height: 900 } },
  { size: 'phone', viewport: { width: 390, height: 844 } }
];
/** @type {readonly ('light' | 'dark')[]} */
const THEMES = ['light', 'dark'];

/** What lies over the drawing or stands in its place, and the key that shows it. */
const OVER_THE_DRAWING = /** @type {const} */ ([
  ['problems', 'p'],
  ['paths', 'Shift+P'],
  ['find', 'Control+f'],
  ['quick-add', '/'],
  ['shortcuts', '?'],
  ['outline', 'o']
]);

/** Whoever takes pictures has been shown around. */
function skipTour() {
  localStorage.setItem('cadenza.preference.tour-seen', 'true');
}

/** Waits until fonts are there, workers have answered and nothing moves. @param {Page} page */
async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(800);
}

/** Opens the example from the gallery and gives back its id. @param {Page} page */
async function openExample(page) {
  await page.goto('/');
  await page.getByRole('button', { name: EXAMPLE }).first().click();
  await page.waitForURL(/\/cadences\/[^/]+$/);
  await settle(page);
  return new URL(page.url()).pathname;
}

/** @param {Page} page @param {(name: string) => Promise<void>} take */
async function walk(page, take) {
  await page.goto('/');
  await settle(page);
  await take('library-empty');

  const editor = await openExample(page);
  await take('editor');
  const step = page.locator('.svelte-flow__node').nth(2);
  if (await step.isVisible()) await step.click();
  await settle(page);
  await take('editor-selected');
  for (const [name, key] of OVER_THE_DRAWING) {
    await page.keyboard.press(key);
    await settle(page);
    await take(`editor-${name}`);
    await page.keyboard.press(name === 'outline' ? key : 'Escape');
  }
  for (const screen of ['versions', 'playbook']) {
    await page.goto(`${editor}/${screen}`);
    await settle(page);
    await take(screen);
  }

  await page.goto(`${editor}/simulate`);
  await settle(page);
  await take('simulate-ready');
  const run = page.getByRole('button', { name: /^(run|simulate)/i }).first();
  if (await run.isVisible()) {
    await run.click();
    await page.waitForTimeout(3000);
    await settle(page);
    await take('simulate-result');
  }

  await page.goto('/');
  await settle(page);
  await take('library');
  await page.keyboard.press('Control+k');
  await settle(page);
  await take('command-palette');
  await page.keyboard.press('Escape');
  const another = page.getByRole('button', { name: /new cadence/i }).first();
  if (await another.isVisible()) {
    await another.click();
    await settle(page);
    await take('new-cadence');
  }
}

const { values } = parseArgs({
  options: { out: { type: 'string', default: join(CACHE, 'screenshots') } }
});
const out = resolve(values.out);
mkdirSync(out, { recursive: true });
if (!(await buildIfStale())) throw new Error('The app could not be built.');

const server = createStaticServer(BUILD);
const port = await listen(server, 0);
const browser = await chromium.launch(browserLaunchOptions());
try {
  for (const { size, viewport } of SIZES) {
    for (const theme of THEMES) {
      const context = await browser.newContext({
        baseURL: `http://127.0.0.1:${port}`,
        viewport,
        colorScheme: theme,
        reducedMotion: 'reduce',
        hasTouch: size === 'phone',
        isMobile: size === 'phone'
      });
      await context.addInitScript(skipTour);
      const page = await context.newPage();
      await walk(page, async (name) => {
        await page.screenshot({ path: join(out, `${name}-${size}-${theme}.png`) });
        const isReadme = name === 'editor-selected' && size === 'desktop' && theme === 'light';
        if (isReadme) await page.screenshot({ path: README_PICTURE });
      });
      await context.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`The pictures are in ${out}`);

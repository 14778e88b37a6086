import { chromium } from '@playwright/test';
import { browserLaunchOptions } from '../browser.js';
import { longCadence, wideCadence } from './cadence.js';
import { percentile } from './table.js';

/**
 * How fast the editor is, in a browser, on the built app.
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ what: string, median?: number, p95?: number, worst?: number, once?: number, budget: string }} EditorRow
 */

const VIEWPORT = { width: 1440, height: 900 };
const CADENCES = [
  {
    title: '200 steps',
    file: wideCadence('Bench 200', 200, 8),
    usable: 1000,
    tidy: 500,
    frame: 30
  },
  {
    title: '1,000 steps',
    file: wideCadence('Bench 1000', 1000, 25),
    usable: 1500,
    tidy: 2000,
    frame: 34
  }
];
const WORST = [
  { title: '200 steps, 20 long ways', file: longCadence('Bench long 200', 200, 20), tidy: 500 },
  { title: '1,000 steps, 20 long ways', file: longCadence('Bench long 1000', 1000, 20), tidy: 2000 }
];

/** @param {string} address where the built app is served */
export async function measureEditor(address) {
  const browser = await chromium.launch(browserLaunchOptions());
  const tables = [];
  try {
    for (const { title, file, usable, tidy, frame } of CADENCES) {
      const page = await open(browser, address, file);
      const rows = [
        { what: 'usable, warm', once: await timeToUsable(page), budget: `< ${usable}` },
        ...(await framesOf(page, 'zoom 100 %', 1, frame)),
        ...(await typing(page)),
        ...(await framesOf(page, 'all in view', null, title === '200 steps' ? frame : 50)),
        ...(await tidyTimes(page, tidy))
      ];
      tables.push({ title, rows });
      await page.context().close();
    }
    for (const { title, file, tidy } of WORST) {
      const page = await open(browser, address, file);
      tables.push({ title, rows: await tidyTimes(page, tidy) });
      await page.context().close();
    }
    return { version: browser.version(), tables };
  } finally {
    await browser.close();
  }
}

/** Imports a cadence into an empty app. @param {import('@playwright/test').Browser} browser @param {string} address @param {{ cadence: { name: string } }} file */
async function open(browser, address, file) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  await context.addInitScript(() => localStorage.setItem('cadenza.preference.tour-seen', 'true'));
  const page = await context.newPage();
  await page.goto(address);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import' }).first().click();
  const buffer = Buffer.from(JSON.stringify(file));
  await (await chooser).setFiles({ name: 'bench.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForURL(/\/cadences\/[0-9a-z]{26}/);
  await isShown(page);
  await page.getByText('Saved on this device').first().waitFor({ timeout: 60_000 });
  return page;
}

/** @param {Page} page */
async function isShown(page) {
  await page.locator('.stage.shown .svelte-flow__node').first().waitFor({ timeout: 120_000 });
}

/** From the reload of a cadence that was open before until its steps are seen. @param {Page} page */
async function timeToUsable(page) {
  const times = [];
  for (let run = 0; run < 3; run++) {
    await page.reload();
    await isShown(page);
    times.push(
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
          })
      )
    );
    await page.waitForTimeout(1500);
  }
  return percentile(/** @type {number[]} */ (times), 50);
}

/** Pans, zooms and drags at a zoom; null: everything in view. @param {Page} page @param {string} at @param {number | null} zoom @param {number} budget @returns {Promise<EditorRow[]>} */
async function framesOf(page, at, zoom, budget) {
  if (zoom === null) await page.getByRole('button', { name: 'Fit', exact: true }).click();
  else await page.getByRole('button', { name: /^Zoom to 100/ }).click();
  await page.waitForTimeout(1200);
  const words = `p95 ≤ ${budget}`;
  /** @type {EditorRow[]} */
  const rows = [];
  /** @param {string} what @param {() => Promise<void>} move */
  const record = async (what, move) => {
    const times = await framesWhile(page, move);
    rows.push({ what: `${what}, ${at}`, ...spreadOf(times), budget: words });
  };
  const middle = { x: 720, y: 430 };
  const empty = await emptyPlace(page);
  await record('pan', async () => {
    await page.mouse.move(empty.x, empty.y);
    await page.mouse.down();
    await swing(page, empty, 90);
    await page.mouse.up();
  });
  await record('zoom', async () => {
    await page.mouse.move(middle.x, middle.y);
    await page.keyboard.down('Control');
    for (let i = 0; i < 60; i++) await page.mouse.wheel(0, i < 30 ? 12 : -12);
    await page.keyboard.up('Control');
  });
  const step = await stepInView(page);
  if (step) {
    await record('drag a step', async () => {
      await page.mouse.move(step.x, step.y);
      await page.mouse.down();
      await swing(page, step, 90);
      await page.mouse.up();
    });
    await page.keyboard.press('Control+z');
  }
  return rows;
}

/** To and fro around a place. @param {Page} page @param {{ x: number, y: number }} from @param {number} moves */
async function swing(page, { x, y }, moves) {
  for (let i = 1; i <= moves; i++) {
    const turn = (i / moves) * 4 * Math.PI;
    await page.mouse.move(x + Math.sin(turn) * 140, y + (1 - Math.cos(turn)) * 60);
  }
  await page.mouse.move(x, y);
}

/** @param {Page} page @param {() => Promise<void>} work */
async function framesWhile(page, work) {
  await page.evaluate(() => {
    const scope = /** @type {any} */ (window);
    scope.frames_ = [];
    scope.recording = true;
    let last = performance.now();
    const frame = (/** @type {number} */ now) => {
      scope.frames_.push(now - last);
      last = now;
      if (scope.recording) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await work();
  return page.evaluate(() => {
    const scope = /** @type {any} */ (window);
    scope.recording = false;
    return /** @type {number[]} */ (scope.frames_.slice(1));
  });
}

/** A place on the canvas with nothing in it. @param {Page} page */
async function emptyPlace(page) {
  return page.evaluate(() => {
    for (let y = 120; y < 780; y += 24)
      for (let x = 320; x < 1060; x += 24)
        if (document.elementFromPoint(x, y)?.classList.contains('svelte-flow__pane'))
          return { x, y };
    return { x: 640, y: 430 };
  });
}

/** The middle of a step that is wholly in view. @param {Page} page */
async function stepInView(page) {
  return page.evaluate(() => {
    for (const node of document.querySelectorAll('.svelte-flow__node')) {
      const { x, y, width, height } = node.getBoundingClientRect();
      const at = { x: x + width / 2, y: y + height / 2 };
      if (
        x > 250 &&
        x + width < 1110 &&
        y > 240 &&
        y + height < 600 &&
        node.contains(document.elementFromPoint(at.x, at.y))
      )
        return at;
    }
    return null;
  });
}

/** Typing in the inspector: frames and the longest task; checks are timed by themselves, in the micro benchmark. @param {Page} page @returns {Promise<EditorRow[]>} */
async function typing(page) {
  await page.getByRole('button', { name: /^Zoom to 100/ }).click();
  await page.waitForTimeout(500);
  const step = await stepInView(page);
  if (!step) return [];
  await page.mouse.click(step.x, step.y);
  const field = page.getByRole('textbox', { name: 'Name', exact: true });
  await field.waitFor();
  await page.evaluate(() => {
    const scope = /** @type {any} */ (window);
    scope.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) scope.tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await field.focus();
  const frames = await framesWhile(page, async () => {
    for (let i = 0; i < 6; i++) {
      await page.keyboard.type('Ring them', { delay: 60 });
      await page.waitForTimeout(700);
    }
  });
  const tasks = await page.evaluate(
    () => /** @type {number[]} */ (/** @type {any} */ (window).tasks)
  );
  return [
    { what: 'typing: frames', ...spreadOf(frames), budget: '' },
    { what: 'typing: longest task', once: Math.max(0, ...tasks), budget: '≤ 50' }
  ];
}

/** @param {Page} page @param {number} budget @returns {Promise<EditorRow[]>} */
async function tidyTimes(page, budget) {
  const times = [];
  for (let run = 0; run < 4; run++) {
    times.push(
      await page.evaluate(async () => {
        const named = (/** @type {string} */ name) =>
          [...document.querySelectorAll('button')].find(
            (button) => button.textContent?.trim() === name
          );
        const began = performance.now();
        named('Tidy')?.click();
        const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
        await next();
        while (named('Tidy')?.getAttribute('aria-busy') !== 'false') await next();
        return performance.now() - began;
      })
    );
    await page.waitForTimeout(1500);
  }
  const [first = NaN, ...warm] = times;
  return [
    { what: 'tidy, first', once: first, budget: '' },
    { what: 'tidy', ...spreadOf(warm), budget: `< ${budget}` }
  ];
}

/** @param {readonly number[]} times */
function spreadOf(times) {
  return { median: percentile(times, 50), p95: percentile(times, 95), worst: Math.max(...times) };
}

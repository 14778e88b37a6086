import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserLaunchOptions, hasBrowser } from '../browser.js';
import { runNode } from '../run-command.js';
import { createStaticServer, listen } from '../static-server.js';
import { BENCH } from './build.js';

/**
 * @typedef {{ file: string, leads: number, general: boolean, brief: boolean, runs: number, milliseconds: number }} Job
 * @typedef {{ times: number[], good: number, mean: number, path?: string }} Timed
 * @typedef {{ name: string, run(job: Job): Promise<Timed>, close(): Promise<void> }} Host
 */

/** Every job in a process of its own. @returns {Host} */
export function nodeHost() {
  return {
    name: 'Node',
    async run({ file, leads, general, brief, runs, milliseconds }) {
      const script = join(BENCH, 'in-node.js');
      const words = [file, leads, general, brief, runs, milliseconds].map(String);
      return timedOf(await runNode(script, words, { quiet: true }));
    },
    close: async () => {}
  };
}

/** Every job in a worker of its own, of a page under the app's policy; null: there is no browser. @returns {Promise<(Host & { version: string }) | null>} */
export async function browserHost() {
  if (!hasBrowser()) return null;
  const server = createStaticServer(BENCH);
  const port = await listen(server, 0);
  const browser = await chromium.launch(browserLaunchOptions());
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => document.title === 'ready');
  return {
    name: 'Chromium worker',
    version: browser.version(),
    async run({ file, ...job }) {
      const asked = { ...job, text: readFileSync(file, 'utf8') };
      return page.evaluate((each) => /** @type {any} */ (globalThis).runInWorker(each), asked);
    },
    async close() {
      await browser.close();
      server.close();
    }
  };
}

/** What a command that measures has printed. @param {{ ok: boolean, output: string }} result @returns {Timed} */
export function timedOf({ ok, output }) {
  const line = output.trim().split('\n').at(-1) ?? '';
  if (!ok || !line.startsWith('{')) throw new Error(output.match(/Error: .*/)?.[0] ?? line);
  return JSON.parse(line);
}

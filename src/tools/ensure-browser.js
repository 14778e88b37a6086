import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { hasBrowser, hasPlaywrightBrowser, launchOptionsFor, systemBrowser } from './browser.js';
import { CACHE, packageFile } from './paths.js';
import { runCommand, runNode } from './run-command.js';

/** Remembers that the download failed, so that a machine without a way out is not asked each time. */
const TRIED = join(CACHE, 'browser-download-failed');
const DOWNLOAD_LIMIT = 180_000;

/**
 * Makes sure that a browser that starts is there: Playwright's own where it can be downloaded,
 * else the system's, else Debian's package. Resolves to what the tests' environment needs to
 * find it; throws when there is none to be had.
 * @returns {Promise<Record<string, string>>}
 */
export async function ensureBrowser() {
  if (process.env['CHROME_PATH']) return {};
  if (!hasPlaywrightBrowser()) await download();
  if (!hasBrowser()) await installDebianPackage();
  return await firstThatStarts();
}

async function download() {
  if (process.env['PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD'] || existsSync(TRIED)) return;
  console.log('Looking for a test browser (this is needed once) …');
  const { ok } = await runNode(packageFile('@playwright/test/cli.js'), ['install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    quiet: true,
    timeout: DOWNLOAD_LIMIT
  });
  if (ok) return;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(TRIED, 'Delete this file to try again.\n');
}

async function installDebianPackage() {
  if (!existsSync('/etc/debian_version')) return;
  console.log("Installing Debian's Chromium for the tests …");
  const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const [command = 'apt-get', ...prefix] = apt;
  await runCommand(command, [...prefix, 'update'], { env, quiet: true });
  await runCommand(command, [...prefix, 'install', '-y', 'chromium'], { env, quiet: true });
}

/** A downloaded browser may lack libraries of the system; then the system's own is taken. */
async function firstThatStarts() {
  const choices = [hasPlaywrightBrowser() ? undefined : null, systemBrowser() ?? null];
  for (const path of choices) {
    if (path === null) continue;
    try {
      await (await chromium.launch(launchOptionsFor(path))).close();
      return path ? { CHROME_PATH: path } : {};
    } catch {
      continue;
    }
  }
  throw new Error(
    'No Chromium to test with. Install one, or set CHROME_PATH to where it is, and try again.'
  );
}

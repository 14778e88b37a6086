import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** Flags that keep a test browser quiet and offline; the sandbox needs privileges that containers lack. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/** Whether Playwright's own Chromium (or its headless shell) has been downloaded. */
export function hasPlaywrightBrowser() {
  const own = chromium.executablePath();
  if (existsSync(own)) return true;
  const root = dirname(dirname(dirname(own)));
  return (
    existsSync(root) &&
    readdirSync(root).some(
      (name) =>
        name.startsWith('chromium_headless_shell-') &&
        existsSync(join(root, name, 'INSTALLATION_COMPLETE'))
    )
  );
}

/**
 * The browser to test with: `CHROME_PATH` when set, Playwright's own (undefined) when downloaded,
 * else a system Chromium; null when there is none at all.
 * @returns {string | undefined | null}
 */
export function findBrowser() {
  if (process.env['CHROME_PATH']) return process.env['CHROME_PATH'];
  if (hasPlaywrightBrowser()) return undefined;
  return SYSTEM_PATHS.find((path) => existsSync(path)) ?? null;
}

/**
 * Launch options for vitest's browser mode and Playwright alike.
 * @returns {{ args: string[], executablePath?: string }}
 */
export function browserLaunchOptions() {
  const executablePath = findBrowser();
  return executablePath ? { args: FLAGS, executablePath } : { args: FLAGS };
}

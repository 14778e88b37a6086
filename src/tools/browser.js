import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
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

/** A Chromium that came with the system, undefined when there is none. */
export function systemBrowser() {
  return SYSTEM_PATHS.find((path) => existsSync(path));
}

/** Whether there is any browser to test with. */
export function hasBrowser() {
  return Boolean(process.env['CHROME_PATH']) || hasPlaywrightBrowser() || Boolean(systemBrowser());
}

/**
 * @param {string | undefined} executablePath undefined for Playwright's own
 * @returns {{ args: string[], executablePath?: string }}
 */
export function launchOptionsFor(executablePath) {
  return executablePath ? { args: FLAGS, executablePath } : { args: FLAGS };
}

/** How vitest and Playwright start the browser: `CHROME_PATH` when set, Playwright's own when downloaded, else the system's. */
export function browserLaunchOptions() {
  const chosen = process.env['CHROME_PATH'];
  return launchOptionsFor(chosen || (hasPlaywrightBrowser() ? undefined : systemBrowser()));
}

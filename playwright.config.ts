import { defineConfig, devices } from '@playwright/test';
import { browserLaunchOptions } from './src/tools/browser.js';

const port = Number(process.env['E2E_PORT'] ?? 4319);
const address = `http://127.0.0.1:${port}`;
const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '.cache/playwright.json';
const isCi = Boolean(process.env['CI']);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: isCi,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: report }]],
  use: {
    baseURL: address,
    trace: 'retain-on-failure',
    launchOptions: browserLaunchOptions()
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }
    },
    {
      name: 'phone',
      // Only what says of itself that it matters on a small touch screen.
      grep: /@phone/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }
    }
  ],
  webServer: {
    // The built app under its production headers, not a development server.
    command: `node src/tools/serve.js --port ${port}`,
    url: address,
    reuseExistingServer: !isCi
  }
});

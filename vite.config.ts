import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { browserLaunchOptions } from './src/tools/browser.js';

const inBrowser = ['src', 'tests'].flatMap((folder) => [
  `${folder}/**/*.svelte.test.ts`,
  `${folder}/**/*.browser.test.ts`
]);

export default defineConfig({
  plugins: [sveltekit()],
  worker: { format: 'es' },
  // The content security policy knows no data: address for fonts or scripts.
  build: { assetsInlineLimit: 0 },
  test: {
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...inBrowser, 'tests/long/**', 'tests/e2e/**']
        }
      },
      {
        extends: true,
        // Looked for before the first test: a dependency found later makes Vite reload the page.
        optimizeDeps: { entries: ['src/lib/**/*.{ts,svelte}', 'tests/support/**/*.ts'] },
        test: {
          name: 'browser',
          include: inBrowser,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browserLaunchOptions() }),
            instances: [{ browser: 'chromium' }]
          }
        }
      },
      {
        extends: true,
        test: {
          // Millions of leads, and many more random cadences: `npm run test:long`.
          name: 'long',
          environment: 'node',
          include: [
            'tests/long/**/*.test.ts',
            'tests/simulation/*.property.test.ts',
            'src/lib/simulation/{log,people}/*.property.test.ts'
          ],
          env: { LONG_TESTS: '1' },
          testTimeout: 600_000
        }
      }
    ]
  }
});

import AxeBuilder from '@axe-core/playwright';
import {
  test as base,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Page
} from '@playwright/test';

interface Watch {
  /** What a test makes go wrong on purpose, such as a failed request while offline. */
  readonly tolerated: readonly RegExp[];
  /** Somebody who has never opened the editor, and is shown around. */
  readonly newcomer: boolean;
  /** Everything the browser complained about so far; must be empty in the end. */
  readonly problems: string[];
}

/** Says aloud what the content security policy of a page or worker blocked; runs in there. */
function reportViolations(): void {
  addEventListener('securitypolicyviolation', (violation) => {
    const { effectiveDirective, blockedURI, sourceFile, sample } = violation;
    console.error(`CSP: ${effectiveDirective} blocked ${blockedURI} ${sample} in ${sourceFile}`);
  });
}

/** As after the tour has been dismissed; runs in the page. */
function skipTour(): void {
  try {
    localStorage.setItem('cadenza.preference.tour-seen', 'true');
  } catch {
    // A page without storage of its own has no tour either.
  }
}

/**
 * Collects what goes wrong in any page or worker of a context: violations of the content security
 * policy, uncaught errors and errors on the console.
 */
async function watch(context: BrowserContext, problems: string[]): Promise<void> {
  // The console says it too, but not of workers, and in words that change from release to release.
  await context.addInitScript(reportViolations);
  context.on('page', (page) => {
    page.on('worker', (worker) => {
      // One that is gone before it listens has nothing to say.
      worker.evaluate(reportViolations).catch(() => undefined);
    });
  });
  const listen = (message: ConsoleMessage, where: string): void => {
    const text = message.text();
    const isRefusal = /^Refused to |Content Security Policy|TrustedScript|TrustedHTML/.test(text);
    if (message.type() === 'error' || isRefusal) problems.push(`${where}: ${text}`);
  };
  context.on('console', (message) => {
    listen(message, message.worker() ? 'worker' : 'page');
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on('serviceworker', (worker) => {
    worker.on('console', (message) => {
      listen(message, 'service worker');
    });
  });
}

/** Playwright's `test`, which also fails when the browser complained about anything. */
export const test = base.extend<Watch>({
  tolerated: [[], { option: true }],
  newcomer: [false, { option: true }],
  problems: async ({}, use) => use([]),
  context: async ({ context, problems, tolerated, newcomer }, use) => {
    if (!newcomer) await context.addInitScript(skipTour);
    await watch(context, problems);
    await use(context);
    const serious = problems.filter((problem) => !tolerated.some((known) => known.test(problem)));
    expect(serious, 'the browser complained').toEqual([]);
  }
});

/** Fails when axe finds anything on the page as it stands, contrast included. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(' '))
  }));
  expect(findings, 'axe found something').toEqual([]);
}

export { expect };

import { expect, test } from './support/test';

test('the built app starts under its production headers, without a complaint', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.headers()).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(
      /script-src 'self' 'sha256-.*require-trusted-types-for 'script'.*frame-ancestors 'none'/
    )
  });
  await expect(page.locator('body')).not.toBeEmpty();
});

test('what breaks the policy is noticed', async ({ page, problems }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.append('window.name = "hacked"');
    document.head.append(script);
  });
  await expect.poll(() => problems.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => window.name)).toBe('');
  problems.length = 0;
});

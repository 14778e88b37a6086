import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './headers.js';

it('allows the inline scripts of the page by their hash, and no other', () => {
  const text = ' document.title = "x"; ';
  const page = `<script src="/theme.js"></script><script>${text}</script>`;
  const hash = createHash('sha256').update(text).digest('base64');
  expect(contentSecurityPolicy(page)['script-src']).toEqual(['self', `sha256-${hash}`]);
});

it('refuses to serve a page without a policy', () => {
  expect(() => securityHeaders('<p>page</p>')).toThrow('no content security policy');
});

import { createHash } from 'node:crypto';

/*
 * Everything the app says about its own safety, in one place: the build writes the content
 * security policy into the page (so that it holds on any host), and our server sends the same
 * policy as a header, together with what a page cannot say about itself.
 */

/** @typedef {import('@sveltejs/kit').Config} KitConfig */

/**
 * The directives for SvelteKit, which adds the hashes of its own inline scripts. It does not know
 * the ones in app.html, so their hashes are made here, of the exact bytes between the tags.
 * @param {string} appHtml the text of src/app.html
 * @returns {NonNullable<NonNullable<NonNullable<KitConfig['kit']>['csp']>['directives']>}
 */
export function contentSecurityPolicy(appHtml) {
  return {
    'default-src': ['none'],
    'script-src': ['self', ...inlineScriptHashes(appHtml)],
    'style-src': ['self'],
    // The canvas places its nodes with style attributes; style elements stay forbidden.
    'style-src-attr': ['unsafe-inline'],
    'img-src': ['self', 'data:', 'blob:'],
    'font-src': ['self'],
    'connect-src': ['self'],
    'worker-src': ['self'],
    'manifest-src': ['self'],
    'base-uri': ['none'],
    'form-action': ['self'],
    'object-src': ['none'],
    'require-trusted-types-for': ['script'],
    // Svelte's templates, SvelteKit's own, and ours for workers and the service worker.
    'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'app-worker']
  };
}

/** @param {string} html @returns {`sha256-${string}`[]} */
function inlineScriptHashes(html) {
  const scripts = html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(
    ([, text]) =>
      /** @type {const} */ (
        `sha256-${createHash('sha256')
          .update(text ?? '')
          .digest('base64')}`
      )
  );
}

/**
 * The headers that every answer carries, workers' scripts included: a worker obeys the policy
 * of its own response, not that of the page.
 * @param {string} indexHtml the text of the built page, whose policy is repeated
 * @returns {Record<string, string>}
 */
export function securityHeaders(indexHtml) {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(
    indexHtml
  )?.[1];
  if (!policy) throw new Error('The built page carries no content security policy.');
  return {
    // Who may frame the page is the one thing a page cannot say about itself.
    'content-security-policy': `${policy}; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff'
  };
}

/** Hashed names never change their content; all else is asked for again, cheaply, by its tag. @param {string} path */
export function cacheControl(path) {
  return path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

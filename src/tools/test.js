/*
 * `npm test`. The work is in another file, loaded only when this Node can read its syntax.
 */
import { requireNode } from './node-version.js';

if (requireNode()) {
  import('./run-tests.js').then((tests) => tests.run());
}

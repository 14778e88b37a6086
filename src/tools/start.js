/*
 * `npm start`. The work is in another file, loaded only when this Node can read its syntax.
 */
import { requireNode } from './node-version.js';

if (requireNode()) {
  import('./start-app.js').then((app) => app.start());
}

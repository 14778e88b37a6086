/* $lib, in the only form that dependency-cruiser reads it from. */
import { fileURLToPath } from 'node:url';

export default {
  resolve: {
    alias: {
      $lib: fileURLToPath(new URL('../lib', import.meta.url)),
      $tests: fileURLToPath(new URL('../../tests', import.meta.url))
    }
  }
};

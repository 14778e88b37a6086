import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import { expectGolden } from '$tests/support/golden';
import { RUNS, goldenRun } from './same-bytes';

describe('a golden run in Node', () => {
  it.each(Object.entries(RUNS))('SIM-1 %s has the bytes it always had', (name, text) => {
    const path = fileURLToPath(new URL(`../goldens/simulations/${name}.json`, import.meta.url));
    expectGolden(path, goldenRun(text));
  });
});

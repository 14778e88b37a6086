import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import { readProjectFile } from '$tests/support/files';
import { expectGolden } from '$tests/support/golden';
import { CROWDED, goldenRun } from './same-bytes';

describe('a golden run in Node', { timeout: 60_000 }, () => {
  it.each([
    ['six-step-a', 'tests/bench/six-step-a.json', {}],
    ['six-step-b-crowded', 'tests/bench/six-step-b.json', CROWDED],
    ['order-loop', 'tests/bench/order-loop.json', {}],
    ['six-step-follow-up', 'static/examples/six-step-follow-up.json', {}],
    ['car-insurance', 'static/examples/car-insurance.json', {}]
  ])('SIM-1 %s has the bytes it always had', (name, path, changes) => {
    const golden = new URL(`../goldens/simulations/${name}.json`, import.meta.url);
    expectGolden(fileURLToPath(golden), goldenRun(readProjectFile(path), changes));
  });
});

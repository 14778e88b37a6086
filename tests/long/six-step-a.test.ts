import { describe, expect, it } from 'vitest';
import { loadCadenceFile } from '../support/files';
import { simulateFile } from '../support/simulate';

describe('six-step A with a million leads', () => {
  it('SIM-9 mean, median and 90th percentile of the elapsed time are within 0.5 % of the reference', () => {
    const { elapsed } = simulateFile(loadCadenceFile('tests/bench/six-step-a.json'), {
      leads: 1_000_000,
      seed: 1
    });
    const minutes = (milliseconds: number) => milliseconds / 60_000;
    expect(Math.abs(minutes(elapsed.mean) / 15_351 - 1)).toBeLessThan(0.005);
    expect(Math.abs(minutes(elapsed.p50) / 20_462 - 1)).toBeLessThan(0.005);
    expect(Math.abs(minutes(elapsed.p90) / 21_590 - 1)).toBeLessThan(0.005);
  }, 120_000);
});

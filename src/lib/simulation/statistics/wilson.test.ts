import { describe, expect, it } from 'vitest';
import { wilson } from './wilson';

describe('intervals of shares', () => {
  it('SIM-10 agrees with published figures', () => {
    // 5 of 10: 0.2366 to 0.7634; 0 of 10: 0 to 0.2775 (Brown, Cai, DasGupta 2001, table of methods).
    expect(wilson(5, 10).low).toBeCloseTo(0.2366, 4);
    expect(wilson(5, 10).high).toBeCloseTo(0.7634, 4);
    expect(wilson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 4) as number });
    expect(wilson(10, 10).high).toBe(1);
  });

  it('SIM-10 knows nothing without leads', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { metricFormat, metricLabel } from './metrics';

const HOUR = 3_600_000;
const open = {
  milliseconds: 8 * HOUR,
  many: 'business days',
  one: 'business day',
  short: 'bd'
};

describe('figures of metrics', () => {
  it('SIMUI-15 have one unit, that of the figure they stand beside', () => {
    const response = metricFormat('firstResponse', 60 * HOUR, open);
    expect(response.figure(60 * HOUR)).toBe('2.5 d');
    expect(response.interval(36 * HOUR, 84 * HOUR)).toBe('1.5 to 3.5 d');
    expect(metricFormat('cycle', 60 * HOUR, open).figure(60 * HOUR)).toBe('7.5 bd');
    expect(metricFormat('won', 0.2, open).interval(0.1, 0.3)).toBe('10.0 to 30.0 %');
    expect(metricFormat('touches', 5, open).figure(5.114)).toBe('5.11');
  });

  it('SIMUI-15 say what is not known by saying nothing, and losses with a minus', () => {
    expect(metricFormat('profit', -3, open).figure(-3.5)).toBe('−3.50');
    expect(metricFormat('touches', 1, open).figure(-0.001)).toBe('0.00');
    expect(metricFormat('profit', -3, open).interval(null, null)).toBe('');
  });

  it('SIMUI-15 are named by their exit or result', () => {
    expect(metricLabel('exit:a', new Map([['exit:a', 'Booked']]))).toBe('Booked');
    expect(metricLabel('notInterested')).toBe('Not interested');
  });
});

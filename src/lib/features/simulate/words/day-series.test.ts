import { describe, expect, it } from 'vitest';
import { dayPoints } from './day-series';

const none: readonly number[] = [];

describe('points of a chart by day', () => {
  it('SIMUI-13 shows days up to the last that counts, of one replication', () => {
    const points = dayPoints(
      {
        from: '2026-02-27',
        arrivals: [4, 0, 2, 0, 0],
        touches: [2, 2, 4, 0, 0],
        ends: [0, 0, 2, 2, 0],
        waiting: [6, 4, 2, 0, 0],
        overdue: none
      },
      2
    );
    expect(points.places).toEqual(['Feb 27', 'Feb 28', 'Mar 1', 'Mar 2']);
    expect(points).toMatchObject({
      days: 1,
      arrivals: [2, 0, 1, 0],
      ends: [0, 0, 1, 1],
      waiting: [3, 2, 1, 0],
      overdue: [0, 0, 0, 0]
    });
  });

  it('SIMUI-13 joins many days: what flows as its mean a day, what piles up as it stands', () => {
    const length = 100;
    const points = dayPoints(
      {
        from: '2026-01-01',
        arrivals: Array.from({ length }, () => 3),
        touches: none,
        ends: none,
        waiting: Array.from({ length }, (_, day) => day),
        overdue: none
      },
      1
    );
    expect(points.days).toBe(7);
    expect(points.places).toHaveLength(15);
    expect(new Set(points.arrivals)).toEqual(new Set([3]));
    expect([points.waiting[0], points.waiting.at(-1)]).toEqual([6, 99]);
  });

  it('SIMUI-13 shows nothing of nothing', () => {
    const empty = { from: '2026-01-01', arrivals: none, touches: none, ends: none };
    expect(dayPoints({ ...empty, waiting: none, overdue: none }, 1).places).toEqual([]);
  });
});

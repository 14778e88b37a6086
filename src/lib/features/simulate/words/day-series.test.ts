import { describe, expect, it } from 'vitest';
import type { DaySeries } from '$lib/worker/protocol';
import { flowPoints, loadPoints } from './day-series';

const none: readonly number[] = [];
const nothing = { from: '2026-02-27', arrivals: none, touches: none, ends: none };
const empty: DaySeries = { ...nothing, waiting: none, overdue: none };

describe('points of a chart by day', () => {
  it('SIMUI-13 shows days up to the last that counts, of one replication', () => {
    const flow = flowPoints({ ...empty, arrivals: [4, 0, 2, 0, 0], ends: [0, 0, 2, 2, 0] }, 2);
    expect(flow).toEqual({
      places: ['Feb 27', 'Feb 28', 'Mar 1', 'Mar 2'],
      days: 1,
      series: [
        [2, 0, 1, 0],
        [0, 0, 1, 1]
      ]
    });
    const load = loadPoints({ ...empty, waiting: [6, 4, 2, 0, 0] }, 2);
    expect(load.series).toEqual([
      [3, 2, 1],
      [0, 0, 0]
    ]);
  });

  it('SIMUI-13 joins many days: what flows as its mean a day, what piles up as it stands', () => {
    const length = 100;
    const days: DaySeries = {
      ...empty,
      arrivals: Array.from({ length }, () => 3),
      waiting: Array.from({ length }, (_, day) => day)
    };
    const flow = flowPoints(days, 1);
    expect([flow.days, flow.places.length]).toEqual([7, 15]);
    expect(new Set(flow.series[0])).toEqual(new Set([3]));
    const load = loadPoints(days, 1);
    expect([load.days, load.series[0]?.[0], load.series[0]?.at(-1)]).toEqual([7, 6, 99]);
  });

  it('SIMUI-13 shows nothing of nothing', () => {
    expect(flowPoints(empty, 1).places).toEqual([]);
  });
});

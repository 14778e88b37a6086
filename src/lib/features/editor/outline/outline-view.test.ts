import { describe, expect, it } from 'vitest';
import { openingView } from './opening-view';
import { rowsInView } from './rows-in-view';

describe('how a cadence is first shown', () => {
  it('ED-77 as it was chosen on this device, else as a list on phones and as a drawing elsewhere', () => {
    const small = { steps: 30, chosen: undefined };
    expect(openingView({ ...small, isNarrow: false })).toBe('canvas');
    expect(openingView({ ...small, isNarrow: true })).toBe('outline');
    expect(openingView({ ...small, isNarrow: true, chosen: 'canvas' })).toBe('canvas');
    expect(openingView({ ...small, isNarrow: false, chosen: 'outline' })).toBe('outline');
    expect(openingView({ ...small, isNarrow: false, chosen: { any: 'thing' } })).toBe('canvas');
  });

  it('ED-78 as a list when it is very large, whatever was chosen', () => {
    expect(openingView({ steps: 5000, isNarrow: false, chosen: 'canvas' })).toBe('outline');
  });
});

describe('rows that are made', () => {
  it('ED-78 are those in view and a few beyond, and the one that the keys are on', () => {
    const rows = rowsInView(5000, 40, 40_000, 400, 3);
    expect(rows[0]).toBe(3);
    expect(rows.at(1)).toBe(992);
    expect(rows.at(-1)).toBe(1017);
    expect(rowsInView(5000, 40, 40_000, 400, 1005)).not.toContain(3);
  });

  it('ED-78 are all there are when the list is short', () => {
    expect(rowsInView(3, 40, 0, 400, -1)).toEqual([0, 1, 2]);
    expect(rowsInView(0, 40, 900, 400, 2)).toEqual([]);
  });
});

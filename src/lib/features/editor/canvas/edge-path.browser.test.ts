import { Position } from '@xyflow/svelte';
import { describe, expect, it } from 'vitest';
import { edgePath } from './edge-path';

const DOWN = { sourcePosition: Position.Bottom, targetPosition: Position.Top };

describe('the line of an edge', () => {
  it('is straight between ends that all but face each other', () => {
    const { path } = edgePath({ ...DOWN, sourceX: 100, sourceY: 0, targetX: 101, targetY: 60 });
    expect(path).toBe('M100,0L101,60');
  });

  it('goes round a corner to an end that lies aside', () => {
    const { path } = edgePath({ ...DOWN, sourceX: 100, sourceY: 0, targetX: 300, targetY: 30 });
    expect(path).toContain('Q');
    expect(path).not.toContain('470');
  });

  it('goes back to an earlier step around what lies between', () => {
    const { path } = edgePath({ ...DOWN, sourceX: 100, sourceY: 200, targetX: 100, targetY: 0 });
    expect(path).toMatch(/^M100,200L/);
    expect(path).toMatch(/L100,0$/);
    expect(path).toContain('Q270,222 270,204');
  });

  it('has its label on the line, beyond the corner of one that leaves at the side', () => {
    const place = edgePath({
      sourceX: 0,
      sourceY: 0,
      targetX: 200,
      targetY: 300,
      sourcePosition: Position.Right,
      targetPosition: Position.Top
    });
    expect(place.labelX).toBe(200);
    expect(place.labelY).toBeGreaterThan(18);
    expect(place.labelY).toBeLessThan(300);
  });
});

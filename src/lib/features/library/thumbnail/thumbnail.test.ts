import { describe, expect, it } from 'vitest';
import type { CadenceFile } from '$lib/domain';
import { cadenceOf, fileOf, sixSteps } from '$tests/support/cadences';
import { placesOf } from './place';
import { thumbnailOf } from './thumbnail';

function placed(file: CadenceFile, positions: CadenceFile['layout']['positions']): CadenceFile {
  return { ...file, layout: { direction: 'down', positions } };
}

describe('thumbnail', () => {
  const file = placed(fileOf(sixSteps()), {});

  it('LIB-19 shows every node and edge, placed or not', () => {
    const picture = thumbnailOf(file, 2);
    expect(picture.shapes).toHaveLength(file.cadence.nodes.length);
    expect(picture.lines).toHaveLength(file.cadence.edges.length);
    expect(picture.lines.every(({ path }) => !path.includes('NaN'))).toBe(true);
  });

  it('LIB-19 puts a node without a place below those that its edges come from', () => {
    const places = placesOf(file);
    const [entry] = file.cadence.nodes.filter(({ kind }) => kind === 'entry');
    const [edge] = file.cadence.edges.filter(({ from }) => from === entry?.id);
    expect(places.get(edge?.to ?? '')?.y).toBeGreaterThan(places.get(edge?.from ?? '')?.y ?? 0);
  });

  it('LIB-19 leaves what has a place where it is, and the rest below', () => {
    const [first, ...others] = file.cadence.nodes;
    const places = placesOf(placed(file, { [first?.id ?? '']: { x: 40, y: 700 } }));
    expect(places.get(first?.id ?? '')).toEqual({ x: 40, y: 700 });
    expect(others.every(({ id }) => (places.get(id)?.y ?? 0) > 700)).toBe(true);
  });

  it('LIB-19 has the shape of its frame, whatever the cadence', () => {
    for (const each of [file, placed(fileOf(cadenceOf([], [])), {})]) {
      const { view } = thumbnailOf(each, 2);
      expect(view.width / view.height).toBeCloseTo(2);
    }
  });
});

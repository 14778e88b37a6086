import { describe, expect, it } from 'vitest';
import type { CadenceFile } from '$lib/domain';
import { present } from '$lib/util';
import { fileOf, sixSteps } from '$tests/support/cadences';
import { drawPicture } from './draw-picture';
import { dotsOf, rasterize } from './rasterize';

function placed(): CadenceFile {
  const file = fileOf(sixSteps());
  const positions = Object.fromEntries(
    file.cadence.nodes.map(({ id }, i) => [id, { x: 0, y: i * 130 }])
  );
  return { ...file, layout: { positions } };
}

async function dotsIn(blob: Blob) {
  const image = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = present(canvas.getContext('2d'), 'context');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const colors = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) {
    const color = `${data[i] ?? 0},${data[i + 1] ?? 0},${data[i + 2] ?? 0},${data[i + 3] ?? 0}`;
    colors.set(color, (colors.get(color) ?? 0) + 1);
  }
  return { width: image.width, height: image.height, colors };
}

describe('a picture as PNG', () => {
  it.each(['light', 'dark'] as const)(
    'EXC-21 EXC-23 is drawn whole, %s, at twice the size',
    async (theme) => {
      const picture = present(await drawPicture(placed(), { theme, title: true }), 'picture');
      const dots = await dotsIn(await rasterize(picture, dotsOf(picture, 2)));
      expect([dots.width, dots.height]).toEqual([picture.width * 2, picture.height * 2]);
      // Ground, cards, lines, icons, and text with all its shades.
      expect(dots.colors.size).toBeGreaterThan(100);
      const ground = theme === 'light' ? '250,249,247,255' : '23,23,27,255';
      expect(dots.colors.get(ground)).toBeGreaterThan((dots.width * dots.height) / 4);
    }
  );

  it('EXC-21 brings its icons and its font', async () => {
    const picture = present(
      await drawPicture(placed(), { theme: 'light', title: true }),
      'picture'
    );
    expect(picture.svg).toContain('src:url(data:');
    expect(picture.svg).toMatch(/<g transform="translate\([^"]*"[^>]*><(path|rect|circle)/);
  });

  it.each([
    [{ width: 1000, height: 2000 }, 2, 2],
    [{ width: 1000, height: 16_000 }, 4, 1],
    [{ width: 20_000, height: 100 }, 1, 0.8],
    [{ width: 12_000, height: 10_000 }, 2, 1]
  ])('EXC-23 %o at %s is drawn at %s', (size, wanted, scale) => {
    expect(dotsOf(size, wanted).scale).toBe(scale);
  });
});

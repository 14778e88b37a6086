import type { Picture } from '$lib/exchange';

/** What every browser of today can draw: dots along one side, and in all. */
const MOST_SIDE = 16_000;
const MOST_DOTS = 120_000_000;

export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** How large a picture becomes; less than it was asked for where browsers could not draw that. */
export function dotsOf({ width, height }: Pick<Picture, 'width' | 'height'>, wanted: number): Dots {
  const scale = Math.min(
    wanted,
    MOST_SIDE / Math.max(width, height),
    Math.sqrt(MOST_DOTS / (width * height))
  );
  return { width: Math.floor(width * scale), height: Math.floor(height * scale), scale };
}

/** The picture as PNG. Rejects when the browser refuses to draw it. */
export async function rasterize(picture: Picture, { width, height }: Dots): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('nothing can be drawn here');
    context.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('the picture is too large to be drawn here'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

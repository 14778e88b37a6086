import type { CadenceFile } from '$lib/domain';
import { pictureOf, type Picture, type PictureOptions } from '$lib/exchange';
import { fontFaceFor } from './picture-font';
import { iconsOf } from './picture-icons';

/** The whole cadence as a picture that needs nothing beside it; null when there is nothing to see. */
export async function drawPicture(
  file: CadenceFile,
  options: Pick<PictureOptions, 'theme' | 'title' | 'ground'>
): Promise<Picture | null> {
  const icons = iconsOf(file.cadence.nodes);
  const bare = pictureOf(file, { ...options, icons });
  if (!bare) return null;
  const fontFace = await fontFaceFor(bare.svg);
  return pictureOf(file, { ...options, icons, fontFace });
}

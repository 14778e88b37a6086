import type { CadenceFile } from '$lib/domain';
import { sizesOf } from '$lib/drawing';
import type { LayoutService } from '$lib/layout';

/** The file with a place for every step: laid out when it has never been seen. As it is where that fails. */
export async function placedFile(file: CadenceFile, layout: LayoutService): Promise<CadenceFile> {
  const { cadence } = file;
  if (cadence.nodes.every(({ id }) => file.layout.positions[id])) return file;
  const direction = file.layout.direction ?? 'down';
  try {
    const tidied = await layout.tidy(cadence, sizesOf(cadence, direction), { direction });
    const positions = { ...tidied.positions, ...file.layout.positions };
    return { ...file, layout: { ...file.layout, ...tidied, positions } };
  } catch {
    return file;
  }
}

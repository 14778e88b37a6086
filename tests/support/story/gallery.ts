import type { CadenceFile } from '$lib/domain';
import { loadCadenceFile } from '../files';

/** A cadence of the gallery, as it ships. */
export function gallery(name: string): CadenceFile {
  return loadCadenceFile(`static/examples/${name}.json`);
}

import { fileNameOf } from '$lib/domain';

/** `Q3: Würth calls` as `q3-wurth-calls.png`. */
export function namedFile(cadence: string, ending: string): string {
  return fileNameOf(cadence).replace(/\.cadence\.json$/, `.${ending}`);
}

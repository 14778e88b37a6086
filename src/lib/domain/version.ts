import { canonicalJson, readableJson, sha256Hex } from '$lib/util';
import type { Cadence } from './cadence';
import type { CadenceFile } from './file';
import type { VersionId } from './ids';

/** The content hash of what is published: layout, scenarios and linked cadences play no part. */
export function versionOf(cadence: Cadence): VersionId {
  return sha256Hex(canonicalJson(cadence));
}

/** The file as text: keys in canonical order, indented, with a final newline. */
export function serializeCadenceFile(file: CadenceFile): string {
  return readableJson(file);
}

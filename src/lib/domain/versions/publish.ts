import { canonicalJson, fail, type Result } from '$lib/util';
import type { Cadence } from '../cadence';
import type { Fault } from '../fault';
import { edgeEndFaults } from '../parse/edge-ends';
import { check } from '../parse/parse-cadence';
import { walk } from '../parse/walk';
import type { PublishedVersion } from '../publication';
import { cadenceSchema } from '../schema/cadence';
import { versionId } from '../schema/scalars';
import { shape, type Schema } from '../schema/shapes';
import { versionOf } from '../version';

/** The cadence as it is now, under the hash of its content; it shares nothing with `cadence`. */
export function publish(cadence: Cadence): PublishedVersion {
  const copy = JSON.parse(canonicalJson(cadence)) as Cadence;
  return { version: versionOf(copy), cadence: copy };
}

const versionSchema: Schema<PublishedVersion> = shape({
  version: versionId,
  cadence: cadenceSchema
});

/**
 * Reads a published version from data that came from elsewhere. Its hash is computed anew: content that
 * does not bear its own id is refused, whoever stored it. The result is fresh.
 */
export function readVersion(value: unknown): Result<PublishedVersion, readonly Fault[]> {
  const unsafe = walk(value);
  if (unsafe) return fail([unsafe]);
  const read = check(versionSchema, value);
  if (!read.ok) return read;
  const { version, cadence } = read.value;
  const ends = edgeEndFaults(cadence, ['cadence']);
  if (ends.length > 0) return fail(ends);
  const found = versionOf(cadence);
  if (found === version) return read;
  const message = `is not the hash of the cadence, which is ${found.slice(0, 8)}…: it was changed after it was published`;
  return fail([{ path: 'version', message }]);
}

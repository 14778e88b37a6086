import * as v from 'valibot';
import { fail, ok, type Result } from '$lib/util';
import type { Fault } from '../fault';
import type { CadenceFile } from '../file';
import { migrate } from '../migrations/migrations';
import { MIGRATIONS } from '../migrations/registry';
import { fileSchema } from '../schema/file';
import { FAULT_LIMIT, type Schema } from '../schema/shapes';
import { edgeEndFaults } from './edge-ends';
import { parseJson } from './json';
import { walk } from './walk';
import { faultOf } from './words';

/**
 * Reads a cadence file from text. Everything a person can leave unfinished on the canvas is accepted;
 * what is refused comes with every fault (up to a hundred), each at its JSON path.
 */
export function parseCadenceFile(text: string): Result<CadenceFile, readonly Fault[]> {
  const json = parseJson(text);
  return json.ok ? parseCadenceValue(json.value) : fail([json.error]);
}

/** The same for a JSON value. The result is fresh: it shares nothing with `value`. */
export function parseCadenceValue(value: unknown): Result<CadenceFile, readonly Fault[]> {
  const unsafe = walk(value);
  if (unsafe) return fail([unsafe]);
  const file = migrate(value, MIGRATIONS);
  if (!file.ok) return fail([file.error]);
  const linked = file.value['linked'];
  const ends = [
    ...edgeEndFaults(file.value['cadence'], ['cadence']),
    ...(Array.isArray(linked) ? linked : []).flatMap((link: unknown, i) =>
      edgeEndFaults((link as Record<string, unknown> | null)?.['cadence'], ['linked', i, 'cadence'])
    )
  ];
  const result = check(fileSchema, file.value);
  if (result.ok && ends.length === 0) return result;
  return fail([...(result.ok ? [] : result.error), ...ends].slice(0, FAULT_LIMIT));
}

/** A value that has passed `walk` against a schema. */
export function check<T>(schema: Schema<T>, value: unknown): Result<T, readonly Fault[]> {
  const result = v.safeParse(schema, value);
  if (result.success) return ok(result.output);
  return fail(result.issues.slice(0, FAULT_LIMIT).map(faultOf));
}

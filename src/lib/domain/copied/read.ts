import * as v from 'valibot';
import { fail, type Result } from '$lib/util';
import type { Fault } from '../fault';
import { FORMAT } from '../file';
import { edgeEndFaults } from '../parse/edge-ends';
import { parseJson } from '../parse/json';
import { check } from '../parse/parse-cadence';
import { walk } from '../parse/walk';
import { cadenceFields, edgeSchema, nodeSchema } from '../schema/cadence';
import { positionSchema } from '../schema/file';
import { bySlug, ulid } from '../schema/scalars';
import { stepAssumptionSchema } from '../schema/scenario';
import { list, listOfAtMost, shape, type Schema } from '../schema/shapes';
import { COPIED, type CopiedSteps } from './copied-steps';

/** More than anybody pastes; a whole cadence is rather opened as a file. */
const MOST_STEPS = 500;

const copiedSchema: Schema<CopiedSteps> = shape({
  cadenza: v.literal(COPIED),
  format: v.literal(FORMAT),
  from: ulid,
  nodes: listOfAtMost(MOST_STEPS, nodeSchema, 'id'),
  edges: list(edgeSchema, 'id'),
  positions: bySlug(positionSchema),
  direction: v.picklist(['down', 'right']),
  roles: cadenceFields.roles,
  fields: cadenceFields.fields,
  dispositions: cadenceFields.dispositions,
  parameters: cadenceFields.parameters,
  assumptions: bySlug(stepAssumptionSchema)
});

/** Whether a text says of itself that it holds copied steps, in order or not. */
export function looksCopied(text: string): boolean {
  return /^\s*\{\s*"cadenza"\s*:\s*"steps"/.test(text.slice(0, 200));
}

/** Reads steps that were copied, with every fault at its JSON path. */
export function readCopiedSteps(text: string): Result<CopiedSteps, readonly Fault[]> {
  const json = parseJson(text);
  if (!json.ok) return fail([json.error]);
  const unsafe = walk(json.value);
  if (unsafe) return fail([unsafe]);
  const { format } = (json.value ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > FORMAT) {
    const message = 'The steps were copied with a newer version of the app.';
    return fail([{ path: 'format', message }]);
  }
  const result = check(copiedSchema, json.value);
  const ends = edgeEndFaults(json.value, []);
  return result.ok && ends.length === 0
    ? result
    : fail([...(result.ok ? [] : result.error), ...ends]);
}

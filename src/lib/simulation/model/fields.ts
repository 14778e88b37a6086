import { CHANNELS, addressField } from '$lib/domain';
import type { Program } from '$lib/program';
import type { ScenarioFault } from '../statistics/result';

/** Fields that the engine reads whether or not a cadence lists them. */
const ALWAYS: readonly string[] = [
  'timezone',
  ...CHANNELS.flatMap((one) => addressField(one) ?? [])
];

/** The lead's fields that any of these cadences knows. */
export function knownFields(programs: readonly Program[]): ReadonlySet<string> {
  return new Set([...ALWAYS, ...programs.flatMap(({ fields }) => fields.map(({ id }) => id))]);
}

/** Adds a fault for each field that no cadence knows. */
export function checkFields(
  fields: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
  path: string,
  faults: ScenarioFault[]
): void {
  for (const field of Object.keys(fields))
    if (!known.has(field))
      faults.push({ path: `${path}.${field}`, message: 'the cadence knows no such field' });
}

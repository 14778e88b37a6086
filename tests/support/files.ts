import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CalendarCache, compile } from '$lib/compiler';
import { parseCadenceFile, type Cadence, type CadenceFile } from '$lib/domain';
import type { Program } from '$lib/program';

const root = new URL('../../', import.meta.url);

/** Text of a file of the project, by its path from the top. */
export function readProjectFile(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, root)), 'utf8');
}

/** A cadence file of the project; throws, listing its faults, when it is none. */
export function loadCadenceFile(path: string): CadenceFile {
  const parsed = parseCadenceFile(readProjectFile(path));
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.error, null, 2)}`);
  return parsed.value;
}

/** Most tests have the same few working hours. */
const calendars = new CalendarCache();

/** The program of a cadence that has no errors; throws, listing them, when it has. */
export function programOf(cadence: Cadence, beside: readonly Cadence[] = []): Program {
  const { program, diagnostics } = compile(cadence, {
    calendars,
    ...(beside.length > 0 ? { linked: beside } : {})
  });
  if (!program) throw new Error(JSON.stringify(diagnostics, null, 2));
  return program;
}

/** Whether a cadence has no errors; what its checks say of the cadences beside it counts too. */
export function canRun(cadence: Cadence, beside: readonly Cadence[] = []): boolean {
  return compile(cadence, beside.length > 0 ? { linked: beside } : {}).program !== null;
}

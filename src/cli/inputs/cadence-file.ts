import { parseCadenceFile, type CadenceFile } from '$lib/domain';
import { fail, ok, type Result } from '$lib/util';
import { badInput, type Refusal } from '../refusal';
import type { Terminal } from '../terminal';

/** Reads a cadence file. */
export function readCadenceFile(path: string, terminal: Terminal): Result<CadenceFile, Refusal> {
  const text = readText(path, terminal);
  if (!text.ok) return text;
  const file = parseCadenceFile(text.value);
  return file.ok ? file : fail(badInput(`${path} is not a cadence file:`, file.error));
}

export function readText(path: string, terminal: Terminal): Result<string, Refusal> {
  try {
    return ok(terminal.readFile(path));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(badInput(`${path} cannot be read: ${why}`));
  }
}

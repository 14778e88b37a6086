import { parseCadenceFile, type CadenceFile, type Fault } from '$lib/domain';
import { fail, type Result } from '$lib/util';

/** Larger files are refused unread; a cadence of a thousand steps has a twentieth of this. */
export const MAX_BYTES = 8_000_000;

export interface Refusal {
  readonly fileName: string;
  readonly faults: readonly Fault[];
}

function refused(message: string): Result<never, readonly Fault[]> {
  return fail([{ path: '', message }]);
}

/** Reads a cadence from a file that somebody picked or dropped; says everything that is wrong with it. */
export async function readCadenceFile(
  file: File
): Promise<Result<CadenceFile, readonly Fault[]>> {
  if (file.size > MAX_BYTES) {
    const size = (file.size / 1_000_000).toFixed(1);
    return refused(`The file is too large: ${size} MB, at most ${MAX_BYTES / 1_000_000} MB are read.`);
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    return refused('The file cannot be read. It may have been moved, or be a folder.');
  }
  return parseCadenceFile(text);
}

import { parseCadenceFile, type CadenceFile, type Fault } from '$lib/domain';
import type { Result } from '$lib/util';
import type { BpmnReading } from '$lib/worker/protocol';

/** Larger files are refused unread. */
export const MOST_BYTES = 8 * 1024 * 1024;

/** What is needed of a file that was chosen or dropped. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'text'>;

/** A file that is no cadence, with everything wrong with it. */
export interface RefusedFile {
  readonly name: string;
  readonly faults: readonly Fault[];
}

/** Reads BPMN from a text; `name` is for what has none. */
export type ReadBpmn = (
  text: string,
  name: string
) => Promise<Result<BpmnReading, readonly Fault[]>>;

/** A file of another format that was taken, and what of it was not as it was. */
export interface TakenFile extends BpmnReading {
  readonly name: string;
}

export interface ReadFiles {
  readonly good: readonly CadenceFile[];
  /** The files of another format among them. */
  readonly taken: readonly TakenFile[];
  readonly refused: readonly RefusedFile[];
}

/** Reads chosen files; stores nothing. */
export async function readFiles(
  files: readonly ChosenFile[],
  readBpmn: ReadBpmn
): Promise<ReadFiles> {
  const good: CadenceFile[] = [];
  const taken: TakenFile[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const read = await readOne(file, readBpmn);
    if ('faults' in read) refused.push(read);
    else if ('notes' in read) {
      taken.push(read);
      good.push(...read.cadences);
    } else good.push(read);
  }
  return { good, taken, refused };
}

async function readOne(
  file: ChosenFile,
  readBpmn: ReadBpmn
): Promise<CadenceFile | TakenFile | RefusedFile> {
  const refuse = (faults: readonly Fault[]): RefusedFile => ({ name: file.name, faults });
  if (file.size > MOST_BYTES) {
    const size = (file.size / (1024 * 1024)).toFixed(1);
    return refuse([{ path: '', message: `The file has ${size} MB; at most 8 MB can be read.` }]);
  }
  try {
    const text = await file.text();
    if (isXml(text)) {
      const read = await readBpmn(text, file.name.replace(/\.\w+$/, ''));
      return read.ok ? { ...read.value, name: file.name } : refuse(read.error);
    }
    const parsed = parseCadenceFile(text);
    return parsed.ok ? parsed.value : refuse(parsed.error);
  } catch {
    // Gone, or not readable, since it was chosen.
    return refuse([{ path: '', message: 'The file could not be read.' }]);
  }
}

/** By its first letter: names of files say little. */
function isXml(text: string): boolean {
  return /^\ufeff?\s*</.test(text.slice(0, 1000));
}

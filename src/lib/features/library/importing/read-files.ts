import { parseCadenceFile, type CadenceFile, type Fault } from '$lib/domain';

/** Larger files are refused unread. */
export const MOST_BYTES = 8 * 1024 * 1024;

/** What is needed of a file that was chosen or dropped. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'text'>;

/** A file that is no cadence, with everything wrong with it. */
export interface RefusedFile {
  readonly name: string;
  readonly faults: readonly Fault[];
}

export interface ReadFiles {
  readonly good: readonly CadenceFile[];
  readonly refused: readonly RefusedFile[];
}

/** Reads chosen files; stores nothing. */
export async function readFiles(files: readonly ChosenFile[]): Promise<ReadFiles> {
  const good: CadenceFile[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const read = await readOne(file);
    if ('faults' in read) refused.push(read);
    else good.push(read);
  }
  return { good, refused };
}

async function readOne(file: ChosenFile): Promise<CadenceFile | RefusedFile> {
  const refuse = (faults: readonly Fault[]): RefusedFile => ({ name: file.name, faults });
  if (file.size > MOST_BYTES) {
    const size = (file.size / (1024 * 1024)).toFixed(1);
    return refuse([{ path: '', message: `The file has ${size} MB; at most 8 MB can be read.` }]);
  }
  try {
    const parsed = parseCadenceFile(await file.text());
    return parsed.ok ? parsed.value : refuse(parsed.error);
  } catch {
    // Gone, or not readable, since it was chosen.
    return refuse([{ path: '', message: 'The file could not be read.' }]);
  }
}

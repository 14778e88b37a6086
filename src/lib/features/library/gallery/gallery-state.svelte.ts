import { parseCadenceFile, type CadenceFile } from '$lib/domain';

const FOLDER = 'examples';

/** The cadences that come with the app; read when they are first looked at. */
export class GalleryState {
  readonly #fetchAsset: (path: string) => Promise<string>;
  #examples: readonly CadenceFile[] = $state.raw([]);
  #status: 'idle' | 'loading' | 'ready' | 'failed' = $state('idle');

  constructor(fetchAsset: (path: string) => Promise<string>) {
    this.#fetchAsset = fetchAsset;
  }

  get examples(): readonly CadenceFile[] {
    return this.#examples;
  }

  get status(): 'idle' | 'loading' | 'ready' | 'failed' {
    return this.#status;
  }

  /** Reads the examples unless that has been done. */
  async load(): Promise<void> {
    if (this.#status === 'loading' || this.#status === 'ready') return;
    this.#status = 'loading';
    try {
      const index = JSON.parse(await this.#fetchAsset(`${FOLDER}/index.json`)) as unknown;
      this.#examples = await Promise.all(filesOf(index).map((file) => this.#read(file)));
      this.#status = 'ready';
    } catch {
      // Offline before the first visit was complete, or a damaged install.
      this.#status = 'failed';
    }
  }

  async #read(file: string): Promise<CadenceFile> {
    const parsed = parseCadenceFile(await this.#fetchAsset(`${FOLDER}/${file}`));
    if (!parsed.ok) throw new Error(`${file} is no cadence`);
    return parsed.value;
  }
}

function filesOf(index: unknown): readonly string[] {
  if (!Array.isArray(index)) throw new Error('the gallery has no index');
  return index.map((item: unknown) => {
    const file = (item as { file?: unknown } | null)?.file;
    if (typeof file !== 'string') throw new Error('an example without a file');
    return file;
  });
}

import type { CadenceFile, VersionId } from '$lib/domain';
import type { ComputeClient, Diagnostic, PathAnalysis } from '$lib/worker/protocol';

/** Checks the file while it is being edited: a short pause after the last change, latest wins. */
export class LiveCheck {
  #diagnostics: readonly Diagnostic[] = $state.raw([]);
  #analysis: PathAnalysis | null = $state.raw(null);
  #version: VersionId | null = $state.raw(null);
  #state: 'waiting' | 'current' | 'failed' = $state.raw('waiting');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;
  readonly #compute: Pick<ComputeClient, 'check'>;
  readonly #pause: number;

  constructor(compute: Pick<ComputeClient, 'check'>, pause: number) {
    this.#compute = compute;
    this.#pause = pause;
  }

  /** Of the last file that was checked. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** What can be said of its paths; null while it has errors. */
  get analysis(): PathAnalysis | null {
    return this.#analysis;
  }

  get version(): VersionId | null {
    return this.#version;
  }

  /** `waiting` while the last change is not checked yet; `failed` when the check itself broke. */
  get state(): 'waiting' | 'current' | 'failed' {
    return this.#state;
  }

  request(file: CadenceFile): void {
    this.#state = 'waiting';
    this.#latest += 1;
    const turn = this.#latest;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(file, turn), this.#pause);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#latest += 1;
  }

  async #run(file: CadenceFile, turn: number): Promise<void> {
    try {
      const reply = await this.#compute.check(file);
      if (turn !== this.#latest) return;
      this.#diagnostics = reply.diagnostics;
      this.#analysis = reply.analysis;
      this.#version = reply.version;
      this.#state = 'current';
    } catch {
      if (turn === this.#latest) this.#state = 'failed';
    }
  }
}

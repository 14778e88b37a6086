import type { CadenceControl, CadenceId } from '$lib/domain';

/** Which cadences take nobody new. */
export class Entries {
  readonly #stopped = new Set<CadenceId>();
  readonly #paused = new Set<CadenceId>();
  readonly #archived = new Set<CadenceId>();

  control(cadence: CadenceId, verb: CadenceControl['verb']): void {
    switch (verb) {
      case 'stopEntries':
        this.#stopped.add(cadence);
        return;
      case 'allowEntries':
        this.#stopped.delete(cadence);
        return;
      case 'pause':
        this.#paused.add(cadence);
        return;
      case 'resume':
        this.#paused.delete(cadence);
        return;
      case 'archive':
        this.#archived.add(cadence);
    }
  }

  closed(cadence: CadenceId): boolean {
    return this.#stopped.has(cadence) || this.#paused.has(cadence) || this.#archived.has(cadence);
  }
}

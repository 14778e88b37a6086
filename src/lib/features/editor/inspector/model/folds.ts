import type { Preferences } from '$lib/app/context';

const NAME = 'editor.folds';

/** Which sections of the inspector somebody opened or closed, by their titles. */
export class Folds {
  readonly #preferences: Preferences;

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
  }

  /** As it was left; undefined when it was never touched. */
  isOpen(title: string): boolean | undefined {
    const open = this.#read()[title];
    return typeof open === 'boolean' ? open : undefined;
  }

  keep(title: string, open: boolean): void {
    this.#preferences.write(NAME, { ...this.#read(), [title]: open });
  }

  #read(): Readonly<Record<string, unknown>> {
    const kept = this.#preferences.read(NAME);
    return kept !== null && typeof kept === 'object' && !Array.isArray(kept)
      ? (kept as Record<string, unknown>)
      : {};
  }
}

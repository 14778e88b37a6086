import type { Preferences } from '$lib/app/context';
import { PALETTE } from './items';

const NAME = 'palette.favorites';

/** Steps that somebody keeps at hand, in the order they were chosen; kept on this device. */
export class Favorites {
  readonly #preferences: Preferences;
  #ids: readonly string[] = $state.raw([]);

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
    this.#ids = known(preferences.read(NAME));
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  has(id: string): boolean {
    return this.#ids.includes(id);
  }

  toggle(id: string): void {
    this.#ids = this.has(id) ? this.#ids.filter((each) => each !== id) : [...this.#ids, id];
    this.#preferences.write(NAME, this.#ids);
  }
}

function known(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const ids = new Set(PALETTE.map(({ id }) => id));
  return [...new Set(value)].filter((id): id is string => typeof id === 'string' && ids.has(id));
}

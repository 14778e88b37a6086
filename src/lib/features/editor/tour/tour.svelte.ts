import type { Preferences } from '$lib/app/context';
import { TOUR, type TourStep } from './tour-steps';

const SEEN = 'tour-seen';

/** The tour of somebody who opens the editor for the first time; dismissed or gone through, it never returns. */
export class Tour {
  readonly #preferences: Preferences;
  #at: number | null = $state(null);

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
    this.#at = preferences.read(SEEN) === true ? null : 0;
  }

  /** Null when there is no tour, or no more. */
  get step(): TourStep | null {
    return this.#at === null ? null : (TOUR[this.#at] ?? null);
  }

  /** From 1. */
  get number(): number {
    return (this.#at ?? 0) + 1;
  }

  get isLast(): boolean {
    return this.#at === TOUR.length - 1;
  }

  next(): void {
    if (this.#at === null) return;
    if (this.isLast) this.dismiss();
    else this.#at += 1;
  }

  back(): void {
    if (this.#at !== null && this.#at > 0) this.#at -= 1;
  }

  dismiss(): void {
    this.#at = null;
    this.#preferences.write(SEEN, true);
  }
}

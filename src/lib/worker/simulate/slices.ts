import type { ShareRun } from '$lib/simulation';
import type { Clock } from '../host/clock';

/** How long a run works before it lets messages in: a cancel is heard within about this time. */
const SLICE = 8;
/** Leads between two looks at the clock, at first; then as many as take a part of a slice. */
const FIRST_STEP = 128;
const LARGEST_STEP = 65_536;

/** Work in slices, so that messages get through: one after the other, whatever the work is. */
export class Slices {
  readonly #clock: Clock;
  #step = FIRST_STEP;
  #sliceEnds: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#sliceEnds = clock.now() + SLICE;
  }

  /** Runs a share to its end; false: `goesOn`, asked after every slice, said no. */
  async run(share: ShareRun, goesOn: () => boolean): Promise<boolean> {
    const { now, pause } = this.#clock;
    for (;;) {
      const began = now();
      const over = share.run(this.#step);
      const time = now();
      this.#adapt(time - began);
      if (time >= this.#sliceEnds) {
        await pause();
        if (!goesOn()) return false;
        this.#sliceEnds = now() + SLICE;
      }
      if (over) return true;
    }
  }

  #adapt(took: number): void {
    if (took < SLICE / 8) this.#step = Math.min(LARGEST_STEP, this.#step * 2);
    else if (took > SLICE / 2) this.#step = Math.max(1, this.#step >> 1);
  }
}

import { ParkedRuns } from '$lib/engine';
import type { Draws } from '../chance/draw';
import type { Life } from '../lead/life';
import { lifeMaker } from '../lead/life-of';
import { SingleWorld, type Aside } from '../lead/single-world';
import type { Model } from '../model/model';
import type { Tally } from '../statistics/tally';
import type { Staffing } from './staffing';

/**
 * Where the leads under way live, by their slots. Most of them stand at one task and are put aside in a
 * few columns; the others keep a place of their own.
 */
export class Lives {
  readonly #make: () => Life;
  readonly #first: Life;
  readonly #free: Life[] = [];
  readonly #own: (Life | undefined)[] = [];
  readonly #aside: (Aside | undefined)[] = [];
  readonly #runs: ParkedRuns | null;

  constructor(model: Model, tally: Tally, draws: Draws, staffing: Staffing) {
    this.#make = lifeMaker(model, tally, draws, staffing);
    const life = this.#make();
    this.#first = life;
    this.#free.push(life);
    this.#runs =
      life instanceof SingleWorld && mayPutAside(model) ? new ParkedRuns(life.state) : null;
  }

  /** A lead that was put aside asks for somebody; when it goes on at the latest, -1: it has to be taken. */
  ask(slot: number, now: number): number {
    const aside = this.#aside[slot];
    return aside && this.#first instanceof SingleWorld && this.#first.ask(aside, now)
      ? aside.until
      : -1;
  }

  /** Where the lead of a slot lives, or a new one may. */
  take(slot: number): Life {
    const own = this.#own[slot];
    if (own) {
      this.#own[slot] = undefined;
      return own;
    }
    const life = this.#free.pop() ?? this.#make();
    const aside = this.#aside[slot];
    if (aside && this.#runs && life instanceof SingleWorld) {
      this.#aside[slot] = undefined;
      life.takeUp(this.#runs, slot, aside);
    }
    return life;
  }

  /** The lead goes on later. */
  keep(slot: number, life: Life): void {
    if (this.#runs && life instanceof SingleWorld) {
      const aside = life.putAside(this.#runs, slot);
      if (aside) {
        this.#aside[slot] = aside;
        this.#free.push(life);
        return;
      }
    }
    this.#own[slot] = life;
  }

  /** The lead is over. */
  give(life: Life): void {
    this.#free.push(life);
  }
}

/** Signals under way, and the lead's hours, must be at hand while it waits. */
function mayPutAside({ program, signals }: Model): boolean {
  return signals.length === 0 && program.contact === null && program.touchLimits.length === 0;
}

import { ParkedRuns, createState } from '$lib/engine';
import type { Draws } from '../chance/draw';
import type { Life } from '../lead/life';
import { lifeMaker } from '../lead/life-of';
import type { Aside } from '../lead/aside';
import { Asker } from '../lead/asker';
import { STAGE } from '../lead/plan';
import type { Model } from '../model/model';
import type { Tally } from '../statistics/tally';
import type { Staffing, TaskOwner } from './staffing';

/**
 * Where the leads under way live, by their slots. Most of them stand at one task and are put aside in a
 * few columns; the others keep a place of their own.
 */
export class Lives {
  readonly #model: Model;
  readonly #make: () => Life;
  readonly #free: Life[] = [];
  readonly #own: (Life | undefined)[] = [];
  readonly #aside: (Aside | undefined)[] = [];
  readonly #runs: ParkedRuns | null;
  /** Asks for leads that were put aside. */
  readonly #asker: Asker;

  constructor(model: Model, tally: Tally, draws: Draws, staffing: Staffing) {
    this.#model = model;
    this.#make = lifeMaker(model, tally, draws, staffing);
    this.#runs = mayPutAside(model) ? new ParkedRuns(createState(model.program)) : null;
    this.#asker = new Asker(model, 0, staffing);
  }

  /**
   * A lead that was put aside asks for somebody, unless something happens to it before; when it goes on at
   * the latest, -1: it has to be taken.
   */
  ask(slot: number, now: number): number {
    const aside = this.#aside[slot];
    if (!aside) return -1;
    const { arrival, plan, until } = aside;
    if (plan.stage !== STAGE.asking || plan.asks !== now || until <= now) return -1;
    const priority = this.#model.segments[arrival.segment]?.priority ?? 0;
    this.#asker.ask(ANYTIME, plan, now, arrival.index, 0, priority);
    return until;
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
    if (aside && this.#runs) {
      this.#aside[slot] = undefined;
      life.takeUp(this.#runs, slot, aside);
    }
    return life;
  }

  /** The lead goes on later. */
  keep(slot: number, life: Life): void {
    const aside = this.#runs && life.putAside(this.#runs, slot);
    if (aside) {
      this.#aside[slot] = aside;
      this.#free.push(life);
    } else this.#own[slot] = life;
  }

  /** The lead is over. */
  give(life: Life): void {
    this.#free.push(life);
  }
}

/** The hours and touches of a lead must be at hand while it waits, where tasks are not allowed at any time. */
function mayPutAside({ program }: Model): boolean {
  return program.contact === null && program.touchLimits.length === 0;
}

/** Whoever asks for leads that were put aside: their tasks are allowed at any time. */
const ANYTIME: TaskOwner = { mayBegin: (_, at) => at, spend() {} };

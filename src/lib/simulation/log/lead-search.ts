import type { RunState } from '$lib/engine';
import { Draws } from '../chance/draw';
import { arrivalOf } from '../lead/arrival';
import type { Follower, Onlooker } from '../lead/follower';
import type { Life } from '../lead/life';
import { lifeOf } from '../lead/life-of';
import type { Model } from '../model/model';
import { SharedRun } from '../people/shared-run';
import type { ShareRun } from '../shares';
import { Tally } from '../statistics/tally';
import { isWanted, type WantedLead } from './wanted-lead';

const PASSED_BY = 1;
const WANTED = 2;

/**
 * Looks for the first lead at or after `from` of a replication that ends as wanted. Leads are run again:
 * one after the other, or all of the replication where they share people.
 */
export class LeadSearch implements ShareRun, Onlooker {
  readonly #model: Model;
  readonly #wanted: WantedLead;
  readonly #draws: Draws;
  readonly #tally: Tally;
  readonly #replication: number;
  readonly #life: Life | null;
  readonly #shared: SharedRun | null;
  /** Where leads share people: what became of each. They end in another order than they come. */
  readonly #known: Uint8Array;
  #next: number;
  #found: number | null = null;

  constructor(model: Model, wanted: WantedLead, from: number, replication = 0) {
    const { staff, leads } = model;
    this.#model = model;
    this.#wanted = wanted;
    this.#replication = replication;
    this.#next = Math.max(0, from);
    this.#draws = new Draws(model.seed, replication);
    this.#tally = new Tally(model);
    const share = { replication, from: 0, to: leads };
    this.#life = staff ? null : lifeOf(model, this.#tally, this.#draws, null);
    this.#shared = staff && new SharedRun(model, staff, share, this.#tally, this);
    this.#known = new Uint8Array(staff ? leads : 0);
  }

  /** The lead that was found; null: none so far. */
  get found(): number | null {
    return this.#found;
  }

  /** Leads run so far. */
  get done(): number {
    return this.#shared?.done ?? this.#next;
  }

  /** True: one is found, or there is none. */
  run(count: number): boolean {
    return this.#shared ? this.#runShared(this.#shared, count) : this.#runAlone(count);
  }

  followerOf(): Follower | null {
    return null;
  }

  leaves(index: number, state: RunState): void {
    const wanted = isWanted(this.#model.program, this.#wanted, state);
    this.#known[index] = wanted ? WANTED : PASSED_BY;
  }

  #runAlone(count: number): boolean {
    const { leads, program } = this.#model;
    for (let left = count; left > 0 && this.#next < leads; left--) {
      const index = this.#next++;
      if (!isWanted(program, this.#wanted, this.#stateOf(index))) continue;
      this.#found = index;
      return true;
    }
    return this.#next >= leads;
  }

  #stateOf(index: number): RunState {
    const life = this.#life as Life;
    this.#draws.lead(index);
    life.begin(arrivalOf(this.#model, this.#draws, index, this.#tally, this.#replication));
    life.proceed(Infinity);
    return life.end();
  }

  #runShared(run: SharedRun, count: number): boolean {
    const over = run.run(count);
    const known = this.#known;
    while (known[this.#next] === PASSED_BY) this.#next++;
    if (known[this.#next] === WANTED) this.#found = this.#next;
    return over || this.#found !== null || this.#next >= known.length;
  }
}

/** The first lead at or after `from` that ends as wanted; null: there is none. */
export function findLead(
  model: Model,
  wanted: WantedLead,
  from = 0,
  replication = 0
): number | null {
  const search = new LeadSearch(model, wanted, from, replication);
  while (!search.run(1024));
  return search.found;
}

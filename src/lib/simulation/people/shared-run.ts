import { Draws } from '../chance/draw';
import { OVER } from '../lead/drive';
import { arrivalOf, arrivalTime } from '../lead/arrival';
import type { Onlooker } from '../lead/follower';
import type { Life } from '../lead/life';
import { Lives } from './lives';
import type { Model } from '../model/model';
import type { StaffModel } from '../model/staff-model';
import type { Share, ShareRun } from '../shares';
import { Tally } from '../statistics/tally';
import { arrivalOrder } from './arrival-order';
import { KeyedHeap } from './keyed-heap';
import { Staffing } from './staffing';

/** Things that may happen for every lead that is asked for, so that a run returns in time. */
const EVENTS = 32;

/**
 * Leads that share people and quotas. Each runs ahead by itself until it asks for some of them; from then
 * on what happens to it takes its turn among all leads, by instant. Of one instant first everything that
 * happens to leads, then tasks are begun in the order of those that wait (SIM-45).
 */
export class SharedRun implements ShareRun {
  readonly #model: Model;
  readonly #share: Share;
  readonly #tally: Tally;
  readonly #onlooker: Onlooker | null;
  /** What the first leads count in, which only warm up. */
  readonly #scratch: Tally;
  readonly #draws: Draws;
  readonly #staffing: Staffing;
  /** When each lead under way goes on, by its slot. */
  readonly #wakes = new KeyedHeap();
  readonly #lives: Lives;
  /** Number of the lead in each slot. */
  readonly #leads: number[] = [];
  readonly #free: number[] = [];
  readonly #order: Uint32Array | null;
  #now = -Infinity;
  #arrived = 0;
  /** Slot of the lead that arrives next. */
  #coming = -1;
  done = 0;

  constructor(
    model: Model,
    staff: StaffModel,
    share: Share,
    tally: Tally,
    onlooker: Onlooker | null = null
  ) {
    this.#model = model;
    this.#share = share;
    this.#onlooker = onlooker;
    this.#tally = tally;
    this.#scratch = model.warmUp > 0 ? new Tally(model) : tally;
    this.#draws = new Draws(model.seed, share.replication);
    this.#staffing = new Staffing(staff, tally.people, this.#wakes);
    this.#staffing.countsFrom = model.warmUp > 0 ? Infinity : model.start;
    this.#order = model.inOrder ? null : arrivalOrder(model, share, this.#draws);
    this.#lives = new Lives(model, tally, this.#draws, this.#staffing);
    this.#expect();
  }

  run(count: number): boolean {
    const leads = this.#share.to - this.#share.from;
    const end = this.done + count;
    for (let events = count * EVENTS; events > 0 && this.done < leads && this.done < end; events--)
      this.#step();
    this.#staffing.summarize(this.#share.replication);
    return this.done === leads;
  }

  stop(): void {
    this.#leads.forEach((_, slot) => {
      if (!this.#wakes.has(slot) || slot === this.#coming) return;
      const life = this.#lives.take(slot);
      life.giveUp(this.#now);
      life.end();
      this.done++;
    });
  }

  /** What happens next: to a lead, or else at the desk. */
  #step(): void {
    const { desk } = this.#staffing;
    const next = desk.next(this.#now);
    if (this.#wakes.least <= next) {
      this.#now = this.#wakes.least;
      this.#wake(this.#wakes.first);
    } else {
      this.#now = next;
      desk.assign(next, this.#staffing);
    }
  }

  #wake(slot: number): void {
    const lead = this.#leads[slot] ?? 0;
    this.#staffing.slot = slot;
    const later = this.#lives.ask(slot, this.#now);
    if (later >= 0) return this.#wakes.set(slot, later);
    this.#draws.lead(lead);
    const life = this.#lives.take(slot);
    if (slot === this.#coming) this.#arrive(lead, life);
    const next = life.proceed(this.#now);
    if (next !== OVER) {
      this.#lives.keep(slot, life);
      return this.#wakes.set(slot, next);
    }
    this.#wakes.remove(slot);
    const state = life.end();
    this.#onlooker?.leaves(lead, state);
    this.#lives.give(life);
    this.#free.push(slot);
    this.done++;
  }

  #arrive(lead: number, life: Life): void {
    const { warmUp } = this.#model;
    const tally = lead < warmUp ? this.#scratch : this.#tally;
    if (lead >= warmUp && this.#staffing.countsFrom === Infinity)
      this.#staffing.countsFrom = this.#now;
    const arrival = arrivalOf(this.#model, this.#draws, lead, tally, this.#share.replication);
    const follower = this.#onlooker?.followerOf(lead) ?? null;
    follower?.arrives(arrival);
    life.begin(follower ? { ...arrival, follower } : arrival);
    this.#expect();
    this.#draws.lead(lead);
  }

  /** The next lead gets a slot, and its time. */
  #expect(): void {
    this.#coming = -1;
    const { from, to } = this.#share;
    const place = from + this.#arrived;
    if (place >= to) return;
    const lead = this.#order?.[this.#arrived] ?? place;
    this.#arrived++;
    const slot = this.#free.pop() ?? this.#leads.length;
    this.#leads[slot] = lead;
    this.#coming = slot;
    this.#draws.lead(lead);
    this.#wakes.set(slot, arrivalTime(this.#model, this.#draws, lead, this.#share.replication));
  }
}

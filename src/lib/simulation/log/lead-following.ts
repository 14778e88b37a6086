import { hashText, type RunState } from '$lib/engine';
import { present } from '$lib/util';
import { Draws } from '../chance/draw';
import { arrivalOf } from '../lead/arrival';
import type { Follower, Onlooker } from '../lead/follower';
import { lifeOf } from '../lead/life-of';
import type { Model } from '../model/model';
import { SharedRun } from '../people/shared-run';
import type { ShareRun } from '../shares';
import { Tally } from '../statistics/tally';
import type { LeadLog } from './lead-log';
import { LeadWriter } from './lead-writer';

/** Leads run between two looks at the one that is followed. */
const STRIDE = 16;

/** Runs one lead again and writes its log, with pauses where it shares people with others. */
export class LeadFollowing implements ShareRun, Onlooker {
  readonly #model: Model;
  readonly #index: number;
  readonly #replication: number;
  readonly #writer = new LeadWriter();
  readonly #shared: SharedRun | null;

  /** Of lead `index` (from 0) of a replication; throws where there is none. */
  constructor(model: Model, index: number, replication = 0) {
    if (index < 0 || index >= model.leads) throw new RangeError(`there is no lead ${index}`);
    if (replication < 0 || replication >= model.replications)
      throw new RangeError(`there is no replication ${replication}`);
    this.#model = model;
    this.#index = index;
    this.#replication = replication;
    const share = { replication, from: 0, to: model.leads };
    const { staff } = model;
    this.#shared = staff && new SharedRun(model, staff, share, new Tally(model), this);
  }

  /** Leads that were there before it and are over. */
  get done(): number {
    return this.#shared?.done ?? 0;
  }

  run(count: number): boolean {
    const writer = this.#writer;
    if (!this.#shared) this.#runAlone();
    for (let left = count; left > 0 && !writer.isOver; left -= STRIDE)
      if (this.#shared?.run(Math.min(left, STRIDE))) return true;
    return writer.isOver;
  }

  /** What happened to it, once it has been run to its end. */
  log(): LeadLog {
    const writer = this.#writer;
    const [model, index, replication] = [this.#model, this.#index, this.#replication];
    const arrival = present(writer.arrival, 'lead that was followed');
    const segment = model.segments[arrival.segment];
    return {
      index,
      replication,
      segment: segment && segment.id !== '' ? segment.id : null,
      lead: { id: leadId(model, index, replication), fields: arrival.fields },
      leadKey: arrival.leadKey,
      arrived: arrival.at,
      ended: writer.ended,
      entries: writer.entries,
      events: writer.events,
      traces: writer.traces
    };
  }

  followerOf(index: number): Follower | null {
    return index === this.#index ? this.#writer : null;
  }

  leaves(index: number, state: RunState): void {
    if (index === this.#index) this.#writer.leaves(state);
  }

  #runAlone(): void {
    const [model, index, writer] = [this.#model, this.#index, this.#writer];
    const tally = new Tally(model);
    const draws = new Draws(model.seed, this.#replication);
    draws.lead(index);
    const arrival = arrivalOf(model, draws, index, tally, this.#replication);
    const followed = { ...arrival, follower: writer };
    writer.arrives(followed);
    const life = lifeOf(model, tally, draws, null);
    life.begin(followed);
    life.proceed(Infinity);
    writer.leaves(life.end());
  }
}

/** An id of its own for each lead of a simulation, like those of real leads. */
function leadId({ seed }: Model, index: number, replication: number): string {
  const digits = (value: number) => value.toString(32).padStart(7, '0');
  return `000000000000${digits(hashText(`${seed}/${replication}`) >>> 0)}${digits(index)}`
    .replaceAll('i', 'w')
    .replaceAll('l', 'x')
    .replaceAll('o', 'y')
    .replaceAll('u', 'z');
}

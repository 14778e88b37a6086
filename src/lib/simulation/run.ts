import { Draws, PURPOSE } from './chance/draw';
import type { Life } from './lead/life';
import { LinkedWorld } from './lead/linked-world';
import { SingleWorld } from './lead/single-world';
import type { Model } from './model/model';
import { sharesOf, type Share } from './shares';
import type { SimulationResult, Stopped } from './statistics/result';
import { summarize } from './statistics/summarize';
import { Tally, batchOf } from './statistics/tally';

/** One share under way. */
export interface ShareRun {
  /** Leads run so far, of this share. */
  readonly done: number;
  /** Runs up to `count` more leads; true when all have been run. */
  run(count: number): boolean;
}

/** Leads one after the other, each run straight through `advance`. */
export class GeneralRun implements ShareRun {
  readonly #model: Model;
  readonly #share: Share;
  readonly #tally: Tally;
  readonly #draws: Draws;
  readonly #life: Life;
  #next: number;

  constructor(model: Model, share: Share, tally: Tally) {
    this.#model = model;
    this.#share = share;
    this.#tally = tally;
    this.#draws = new Draws(model.seed, share.replication);
    const World = mayRunTwice(model) ? LinkedWorld : SingleWorld;
    this.#life = new World(model, tally, this.#draws);
    this.#next = share.from;
  }

  get done(): number {
    return this.#next - this.#share.from;
  }

  run(count: number): boolean {
    const { to } = this.#share;
    const end = Math.min(to, this.#next + count);
    while (this.#next < end) this.#lead(this.#next++);
    return this.#next === to;
  }

  /** Runs one lead from its arrival to its end. */
  #lead(index: number): void {
    const { arrivalAt, segments } = this.#model;
    this.#draws.lead(index);
    const at = arrivalAt(index, this.#draws.uniform(0, 1, PURPOSE.arrival));
    const segment = this.#drawSegment();
    this.#life.live({
      at,
      segment,
      leadKey: this.#draws.leadKey,
      fields: segments[segment]?.fields ?? {},
      tally: this.#tally,
      cell: this.#tally.cell(this.#share.replication, batchOf(this.#model, index), segment)
    });
  }

  #drawSegment(): number {
    const { segments } = this.#model;
    if (segments.length === 1) return 0;
    const u = this.#draws.uniform(0, 1, PURPOSE.segment);
    const found = segments.findIndex(({ upTo }) => u < upTo);
    return found < 0 ? segments.length - 1 : found;
  }
}

/** Begins a share of a model; what it counts is added to `tally`. */
export function runShare(model: Model, share: Share, tally: Tally): ShareRun {
  return new GeneralRun(model, share, tally);
}

/**
 * A whole simulation on one thread. The caller decides how many leads at a time and may stop between
 * two of them. Results depend on the model alone.
 */
export class SimulationRun {
  readonly #model: Model;
  readonly #tally: Tally;
  readonly #shares: readonly Share[];
  #place = 0;
  #current: ShareRun | null = null;
  #before = 0;

  constructor(model: Model) {
    this.#model = model;
    this.#tally = new Tally(model);
    this.#shares = sharesOf(model);
  }

  /** Leads to run, over all replications. */
  get leads(): number {
    return this.#shares.reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /** Leads run so far. */
  get done(): number {
    return this.#before + (this.#current?.done ?? 0);
  }

  /** Runs up to `count` more leads; true when all have been run. */
  run(count: number): boolean {
    for (let left = count; left > 0; ) {
      const share = this.#shares[this.#place];
      if (!share) return true;
      this.#current ??= runShare(this.#model, share, this.#tally);
      const before = this.#current.done;
      if (this.#current.run(left)) {
        left -= share.to - share.from - before;
        this.#before += share.to - share.from;
        this.#current = null;
        this.#place++;
      } else left = 0;
    }
    return this.#place === this.#shares.length;
  }

  /** What was found so far; `reason` says why it is ended before its end. */
  result(reason: Stopped['reason'] | null = null): SimulationResult {
    const stopped = reason && { reason, done: this.done, of: this.leads };
    return summarize(this.#model, this.#tally, undefined, stopped);
  }
}

/** Whether a lead may come to another cadence, or to the simulated one again. */
function mayRunTwice({ program, linked }: Model): boolean {
  const { cadence, entry, handoffs, handlers } = program;
  return (
    linked.length > 0 ||
    (entry.reEntry === 'always' && entry.signals.length > 0) ||
    handoffs.some(({ to }) => to.type === 'enroll' && to.cadence === cadence) ||
    handlers.some(({ effect }) => effect.type === 'start' && effect.cadence === cadence)
  );
}

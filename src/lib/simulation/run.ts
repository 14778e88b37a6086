import { Draws } from './chance/draw';
import { leaveColumns, useColumns } from './columnar/block';
import { ColumnarRun } from './columnar/columnar-run';
import { planOf } from './columnar/path';
import { ColumnarSharedRun } from './shared/columnar-shared-run';
import { arrivalOf } from './lead/arrival';
import type { Life } from './lead/life';
import { lifeOf } from './lead/life-of';
import type { Model } from './model/model';
import { SharedRun } from './people/shared-run';
import { sharesOf, type Share, type ShareRun } from './shares';
import type { SimulationResult, Stopped } from './statistics/result';
import { summarize } from './summarize';
import { Tally } from './statistics/tally';

export type { ShareRun } from './shares';

/** Leads one after the other, each run straight through `advance`. */
class GeneralRun implements ShareRun {
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
    this.#life = lifeOf(model, tally, this.#draws, null);
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
    this.#draws.lead(index);
    this.#life.begin(
      arrivalOf(this.#model, this.#draws, index, this.#tally, this.#share.replication)
    );
    this.#life.proceed(Infinity);
    this.#life.end();
  }
}

/** Leaves leads in the columns until it is its turn again: others may be in work meanwhile. */
class ReturningRun extends ColumnarSharedRun {
  override run(count: number): boolean {
    useColumns(this);
    const isOver = super.run(count);
    if (isOver) leaveColumns();
    return isOver;
  }

  override stop(): void {
    useColumns(this);
    super.stop();
    leaveColumns();
  }
}

/** Begins a share of a model; what it counts is added to `tally`. */
export function runShare(model: Model, share: Share, tally: Tally): ShareRun {
  const { staff } = model;
  const plan = planOf(model);
  if (staff) {
    const general = () => new SharedRun(model, staff, share, tally);
    if (!plan?.shared) return general();
    return new ReturningRun(model, plan, plan.shared, share, tally, general);
  }
  if (!plan) return new GeneralRun(model, share, tally);
  return new ColumnarRun(model, plan, share, tally, (part) => {
    new GeneralRun(model, part, tally).run(Infinity);
  });
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
    for (let left = count; left > 0;) {
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

  /** What was found so far; `reason` says why it is ended before its end, and goes on no more. */
  result(reason: Stopped['reason'] | null = null): SimulationResult {
    if (reason) this.#current?.stop?.();
    const stopped = reason && { reason, done: this.done, of: this.leads };
    return summarize(this.#model, this.#tally, stopped);
  }
}

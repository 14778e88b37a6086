import { Tally, runShare, type Model, type Share } from '$lib/simulation';
import { transfer } from 'comlink';
import type { ShareHelp, TallyColumns } from '../simulation-protocol';
import type { Clock } from '../host/clock';
import { Slices } from './slices';

const PROGRESS_EVERY = 50;
/** What was counted is sent about this often, for results that sharpen. */
const SEND_EVERY = 200;

/** Shares of a run that another worker leads. */
export class ShareHelper implements ShareHelp {
  readonly #model: Model;
  readonly #clock: Clock;
  readonly #slices: Slices;
  #tally: Tally;
  #sent: number;
  #stopped = false;

  constructor(model: Model, clock: Clock) {
    this.#model = model;
    this.#clock = clock;
    this.#slices = new Slices(clock);
    this.#tally = new Tally(model);
    this.#sent = clock.now();
  }

  async run(share: Share, onProgress: (done: number) => void): Promise<TallyColumns | null> {
    const { now } = this.#clock;
    const work = runShare(this.#model, share, this.#tally);
    let reported = now();
    const over = await this.#slices.run(work, () => {
      if (now() - reported >= PROGRESS_EVERY) {
        reported = now();
        onProgress(work.done);
      }
      return !this.#stopped;
    });
    if (!over) {
      work.stop?.();
      onProgress(work.done);
    }
    return over && now() - this.#sent >= SEND_EVERY ? this.#send() : null;
  }

  rest(): Promise<TallyColumns> {
    return Promise.resolve(this.#send());
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return Promise.resolve();
  }

  /** Gives the columns away, and counts on in new ones. */
  #send(): TallyColumns {
    const columns = this.#tally.columns();
    const buffers = new Set(columns.flat().map(({ buffer }) => buffer));
    this.#tally = new Tally(this.#model);
    this.#sent = this.#clock.now();
    return transfer(columns, [...buffers]);
  }
}

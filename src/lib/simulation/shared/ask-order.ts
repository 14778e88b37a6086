import { AT, INT, type ParkedLeads } from './parked-leads';

/** Rows of one part of the time of a bucket, up to which they are put in order by insertion. */
const FEW = 24;

/** Puts the rows of an opened bucket in the order in which they ask: by instant, then by lead. */
export class AskOrder {
  readonly #parked: ParkedLeads;
  #asked = new Float64Array(0);
  #part = new Int32Array(0);
  #from = new Int32Array(1);
  #sorted = new Int32Array(0);
  /** When the rows sorted last ask. */
  instants = new Float64Array(1);

  constructor(parked: ParkedLeads) {
    this.#parked = parked;
  }

  /** The first `count` rows. */
  sort(count: number): void {
    if (count < 2) {
      const { rows, floats, words } = this.#parked;
      this.instants[0] = floats[(rows[0] as number) * words + AT.asked] as number;
      return;
    }
    if (this.#asked.length < count) this.#grow(2 * count);
    const parts = this.#split(count);
    const { rows } = this.#parked;
    const from = this.#from;
    const asked = this.#asked;
    const sorted = this.#sorted;
    const instants = this.instants;
    for (let j = 0; j < count; j++) {
      const part = this.#part[j] as number;
      const place = from[part] as number;
      from[part] = place + 1;
      sorted[place] = rows[j] as number;
      instants[place] = asked[j] as number;
    }
    // Each part begins where the one before it ends.
    for (let part = 0, begin = 0; part < parts; part++) {
      const end = from[part] as number;
      if (end - begin > 1) this.#sortPart(begin, end);
      begin = end;
    }
    rows.set(sorted.subarray(0, count));
  }

  /** Tells which part of the time of the bucket each is in, and where each part begins. */
  #split(count: number): number {
    const { rows, floats, words } = this.#parked;
    const asked = this.#asked;
    let least = Infinity;
    let most = -Infinity;
    for (let j = 0; j < count; j++) {
      const at = floats[(rows[j] as number) * words + AT.asked] as number;
      asked[j] = at;
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    const perMillisecond = most > least ? (count - 0.5) / (most - least) : 0;
    const from = this.#from.fill(0, 0, count + 1);
    for (let j = 0; j < count; j++) {
      const part = (((asked[j] as number) - least) * perMillisecond) | 0;
      this.#part[j] = part;
      from[part + 1] = (from[part + 1] as number) + 1;
    }
    for (let part = 0; part < count; part++)
      from[part + 1] = (from[part + 1] as number) + (from[part] as number);
    return count;
  }

  #sortPart(from: number, to: number): void {
    const sorted = this.#sorted;
    const instants = this.instants;
    if (to - from > FEW) {
      let inOrder = true;
      for (let j = from + 1; inOrder && j < to; j++)
        inOrder = this.#before(sorted[j - 1] as number, sorted[j] as number);
      if (!inOrder) sorted.subarray(from, to).sort((a, b) => (this.#before(a, b) ? -1 : 1));
      return;
    }
    for (let j = from + 1; j < to; j++) {
      const row = sorted[j] as number;
      const at = instants[j] as number;
      let place = j;
      for (; place > from; place--) {
        const other = instants[place - 1] as number;
        if (other < at || (other === at && this.#before(sorted[place - 1] as number, row))) break;
        sorted[place] = sorted[place - 1] as number;
        instants[place] = other;
      }
      sorted[place] = row;
      instants[place] = at;
    }
  }

  #before(a: number, b: number): boolean {
    const { floats, ints, words } = this.#parked;
    const apart = (floats[a * words] as number) - (floats[b * words] as number);
    if (apart !== 0) return apart < 0;
    return (ints[a * 2 * words + INT.lead] as number) < (ints[b * 2 * words + INT.lead] as number);
  }

  #grow(room: number): void {
    this.#asked = new Float64Array(room);
    this.#part = new Int32Array(room);
    this.#from = new Int32Array(room + 1);
    this.#sorted = new Int32Array(room);
    this.instants = new Float64Array(room);
  }
}

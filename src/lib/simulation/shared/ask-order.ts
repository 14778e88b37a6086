import { AT, INT, type ParkedLeads } from './parked-leads';

/** Rows of one part of the time of a bucket, up to which they are put in order by insertion. */
const FEW = 24;

/** Puts the rows of an opened bucket in the order in which they ask: by instant, then by lead. */
export class AskOrder {
  readonly #parked: ParkedLeads;
  /** When the rows sorted last ask. */
  instants = new Float64Array(0);
  #sorted = new Int32Array(0);
  #asked = new Float64Array(0);
  #part = new Int32Array(0);
  #from = new Int32Array(1);

  constructor(parked: ParkedLeads) {
    this.#parked = parked;
  }

  /** The first `count` rows. */
  sort(count: number): void {
    if (this.instants.length < count) this.#grow(2 * count);
    const most = this.#split(count);
    this.#spread(count);
    if (most > FEW) this.#sortParts(count);
    this.#insert(count);
    this.#parked.rows.set(this.#sorted.subarray(0, count));
  }

  /** Tells which part of the time of the bucket each is in, and where each part begins; returns the most of one. */
  #split(count: number): number {
    const { rows, floats, words } = this.#parked;
    const asked = this.#asked;
    let least = Infinity;
    let last = -Infinity;
    for (let j = 0; j < count; j++) {
      const at = floats[(rows[j] as number) * words + AT.asked] as number;
      asked[j] = at;
      if (at < least) least = at;
      if (at > last) last = at;
    }
    const perMillisecond = last > least ? (count - 0.5) / (last - least) : 0;
    const parts = this.#part;
    const from = this.#from.fill(0, 0, count + 1);
    for (let j = 0; j < count; j++) {
      const part = (((asked[j] as number) - least) * perMillisecond) | 0;
      parts[j] = part;
      from[part] = (from[part] as number) + 1;
    }
    let before = 0;
    let most = 0;
    for (let part = 0; part <= count; part++) {
      const size = from[part] as number;
      from[part] = before;
      before += size;
      if (size > most) most = size;
    }
    return most;
  }

  /** Brings the rows to their parts; each part begins where the one before it ended then. */
  #spread(count: number): void {
    const { rows } = this.#parked;
    const asked = this.#asked;
    const parts = this.#part;
    const from = this.#from;
    const sorted = this.#sorted;
    const { instants } = this;
    for (let j = 0; j < count; j++) {
      const part = parts[j] as number;
      const place = from[part] as number;
      from[part] = place + 1;
      sorted[place] = rows[j] as number;
      instants[place] = asked[j] as number;
    }
  }

  /** Sorts the parts that have too many rows for insertion. */
  #sortParts(count: number): void {
    const { floats, words } = this.#parked;
    for (let part = 0, begin = 0; part < count; part++) {
      const end = this.#from[part] as number;
      if (end - begin > FEW) {
        const rows = this.#sorted.subarray(begin, end);
        let inOrder = true;
        for (let j = 1; inOrder && j < rows.length; j++)
          inOrder = this.#before(rows[j - 1] as number, rows[j] as number);
        if (!inOrder) rows.sort((a, b) => (this.#before(a, b) ? -1 : 1));
        rows.forEach((row, j) => (this.instants[begin + j] = floats[row * words] as number));
      }
      begin = end;
    }
  }

  /** Whoever stands too late goes before those who ask later. */
  #insert(count: number): void {
    const sorted = this.#sorted;
    const { instants } = this;
    for (let j = 1; j < count; j++) {
      const at = instants[j] as number;
      if ((instants[j - 1] as number) < at) continue;
      const row = sorted[j] as number;
      let place = j;
      for (; place > 0; place--) {
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

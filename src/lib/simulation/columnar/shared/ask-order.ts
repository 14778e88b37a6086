import { AT, INT, type ParkedLeads } from './parked-leads';

/** Rows of one part of the time of a bucket, up to which they are put in order by insertion. */
const FEW = 24;

/** Puts the rows of an opened bucket in the order in which they ask: by instant, then by lead. */
export class AskOrder {
  readonly #parked: ParkedLeads;
  #asked = new Float64Array(0);
  #part = new Int32Array(0);
  #from = new Int32Array(0);
  #sorted = new Int32Array(0);

  constructor(parked: ParkedLeads) {
    this.#parked = parked;
  }

  /** The first `count` rows. */
  sort(count: number): void {
    if (count < 2) return;
    const { rows, floats, words } = this.#parked;
    if (this.#asked.length < count) this.#grow(2 * count);
    let least = Infinity;
    let most = -Infinity;
    for (let j = 0; j < count; j++) {
      const asked = floats[(rows[j] as number) * words + AT.asked] as number;
      this.#asked[j] = asked;
      if (asked < least) least = asked;
      if (asked > most) most = asked;
    }
    const parts = count;
    const perMillisecond = most > least ? (parts - 0.5) / (most - least) : 0;
    const from = this.#from.fill(0, 0, parts + 1);
    for (let j = 0; j < count; j++) {
      const part = (((this.#asked[j] as number) - least) * perMillisecond) | 0;
      this.#part[j] = part;
      from[part + 1] = (from[part + 1] as number) + 1;
    }
    for (let part = 0; part < parts; part++)
      from[part + 1] = (from[part + 1] as number) + (from[part] as number);
    for (let j = 0; j < count; j++) {
      const part = this.#part[j] as number;
      const place = from[part] as number;
      from[part] = place + 1;
      this.#sorted[place] = rows[j] as number;
    }
    // Each part begins where the one before it ends.
    for (let part = 0, begin = 0; part < parts; part++) {
      const end = from[part] as number;
      if (end - begin > 1) this.#sortPart(begin, end);
      begin = end;
    }
    rows.set(this.#sorted.subarray(0, count));
  }

  #sortPart(from: number, to: number): void {
    const sorted = this.#sorted;
    if (to - from > FEW) {
      let inOrder = true;
      for (let j = from + 1; inOrder && j < to; j++)
        inOrder = this.#before(sorted[j - 1] as number, sorted[j] as number);
      if (!inOrder) sorted.subarray(from, to).sort((a, b) => (this.#before(a, b) ? -1 : 1));
      return;
    }
    for (let j = from + 1; j < to; j++) {
      const row = sorted[j] as number;
      let place = j;
      while (place > from && this.#before(row, sorted[place - 1] as number)) {
        sorted[place] = sorted[place - 1] as number;
        place--;
      }
      sorted[place] = row;
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
  }
}

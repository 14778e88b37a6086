/** Leads of a bucket are gathered into room for so many at first. */
const ROOM = 1024;

/** Places of a record: five numbers, then whole ones of 32 bits, then columns of 16 bits. */
export const AT = { asked: 0, arrived: 1, opened: 2, due: 3, effort: 4 } as const;
/** `marks`: whether somebody reached out to the lead, and its batch times two. */
export const INT = { lead: 10, place: 11, next: 12, marks: 13 } as const;
const SHORTS = 28;
const WORDS = 7;

/**
 * Leads that wait for the instant at which their task asks for somebody: a record of 56 bytes each, and more where they come back to steps,
 * in buckets of time. A record is kept until it is given back.
 */
export class ParkedLeads {
  /** Records have so many numbers of 64 bits; the three columns see the same memory. */
  readonly words: number;
  floats: Float64Array;
  ints: Int32Array;
  shorts: Uint16Array;
  /** The first bucket that has not been opened. */
  bucket = 0;
  /** Leads in buckets that have not been opened. */
  size = 0;
  /** Rows of the leads of the bucket opened last. */
  rows = new Int32Array(ROOM);
  readonly #from: number;
  readonly #width: number;
  readonly #perBucket: number;
  readonly #heads: Int32Array;
  #free = -1;
  #used = 0;

  /** Instants in `[from, until)`, buckets of whole milliseconds; `shorts` are columns of 16 bits a lead. */
  constructor(from: number, until: number, width: number, shorts: number) {
    this.#from = from;
    this.#width = width;
    this.#perBucket = 1 / width;
    this.words = WORDS + Math.ceil(shorts / 4);
    this.#heads = new Int32Array(Math.ceil((until - from) / width) + 1).fill(-1);
    this.floats = new Float64Array(ROOM * this.words);
    this.ints = new Int32Array(this.floats.buffer);
    this.shorts = new Uint16Array(this.floats.buffer);
  }

  /** Place of the first 16-bit column of a row. */
  shortsOf(row: number): number {
    return row * this.words * 4 + SHORTS;
  }

  /** When the bucket that is opened next ends. */
  get ends(): number {
    return this.#from + (this.bucket + 1) * this.#width;
  }

  /** Goes on to the bucket of an instant, where none before it has leads. */
  skipTo(instant: number): void {
    this.bucket = Math.max(this.bucket, this.#bucketOf(instant));
  }

  get isOver(): boolean {
    return this.bucket >= this.#heads.length;
  }

  /** A new record, in no bucket. */
  add(): number {
    let row = this.#free;
    if (row >= 0) {
      this.#free = this.ints[row * 2 * this.words + INT.next] as number;
      return row;
    }
    row = this.#used++;
    if ((row + 1) * this.words > this.floats.length) this.#grow();
    return row;
  }

  /** Puts a record into the bucket of its `asked`; false: that has been opened already. */
  park(row: number): boolean {
    const bucket = this.#bucketOf(this.floats[row * this.words] as number);
    if (bucket < this.bucket) return false;
    this.ints[row * 2 * this.words + INT.next] = this.#heads[bucket] as number;
    this.#heads[bucket] = row;
    this.size++;
    return true;
  }

  /** The record is needed no more. */
  give(row: number): void {
    this.ints[row * 2 * this.words + INT.next] = this.#free;
    this.ints[row * 2 * this.words + INT.place] = -1;
    this.#free = row;
  }

  /** Opens the next bucket: its leads are in `rows` then, in the order in which they were parked. */
  open(): number {
    const step = 2 * this.words;
    const head = this.#heads[this.bucket] as number;
    this.#heads[this.bucket] = -1;
    this.bucket++;
    let count = 0;
    for (let row = head; row >= 0; row = this.ints[row * step + INT.next] as number) count++;
    if (count > this.rows.length) this.rows = new Int32Array(2 * count);
    let place = count;
    for (let row = head; row >= 0; row = this.ints[row * step + INT.next] as number)
      this.rows[--place] = row;
    this.size -= count;
    return count;
  }

  /** Rows of all leads under way. */
  *everybody(): Iterable<number> {
    for (let row = 0; row < this.#used; row++)
      if ((this.ints[row * 2 * this.words + INT.place] as number) >= 0) yield row;
  }

  #bucketOf(instant: number): number {
    // Half a millisecond makes up for what the factor is rounded by.
    return Math.trunc((instant - this.#from + 0.5) * this.#perBucket);
  }

  #grow(): void {
    const floats = new Float64Array(2 * this.floats.length);
    floats.set(this.floats);
    this.floats = floats;
    this.ints = new Int32Array(floats.buffer);
    this.shorts = new Uint16Array(floats.buffer);
  }
}

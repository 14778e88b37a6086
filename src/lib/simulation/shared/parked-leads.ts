/** Leads of a bucket are gathered into room for so many at first. */
const ROOM = 1024;

/** Places of a record: five numbers, then whole ones of 32 bits, then columns of 16 bits. */
export const AT = { asked: 0, arrived: 1, opened: 2, due: 3, effort: 4 } as const;
/** `marks`: whether somebody reached out to the lead, and its batch times two. */
export const INT = { lead: 10, place: 11, marks: 12 } as const;
const SHORTS = 26;
const BYTES = 52;

/** Records lie side by side, so many of a bucket. */
const CHUNK = 32;
const BITS = 5;

/** No lead has the row. */
export const NOBODY = -1;

/**
 * Leads that wait for the instant at which their task asks for somebody: a record of 56 bytes each, and
 * more where much is kept of them, in buckets of time. A record is kept until it is given back.
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
  readonly #limit: number;
  /** The first chunk of each bucket; -1: it has none. */
  readonly #first: Int32Array;
  /** Row of the next record of each bucket; at the first one of a chunk it needs another chunk before. */
  readonly #end: Int32Array;
  /** By chunk: the next one of its bucket, or of the free ones; its records, and those still kept. */
  #next = new Int32Array(ROOM / CHUNK);
  #filled = new Int32Array(ROOM / CHUNK);
  #kept = new Int32Array(ROOM / CHUNK);
  #free = -1;
  #chunks = 0;

  /** Instants in `[from, until)`, buckets of whole milliseconds; `shorts` are columns of 16 bits a lead. */
  constructor(from: number, until: number, width: number, shorts: number) {
    const buckets = Math.ceil((until - from) / width) + 1;
    this.#from = from;
    this.#limit = until;
    this.#width = width;
    this.#perBucket = 1 / width;
    this.words = Math.ceil((BYTES + 2 * shorts) / 8);
    this.#first = new Int32Array(buckets).fill(-1);
    this.#end = new Int32Array(buckets);
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
    return this.bucket >= this.#first.length;
  }

  /**
   * New records in the buckets of the instants of the leads of a list, to be filled in, get their `rows`;
   * false: some are too late, or their bucket has been opened already.
   */
  add(list: Uint16Array, count: number, instants: Float64Array, rows: Int32Array): boolean {
    const from = this.#from - 0.5;
    const perBucket = this.#perBucket;
    const limit = this.#limit;
    const opened = this.bucket;
    const end = this.#end;
    for (let j = 0; j < count; j++) {
      const instant = instants[list[j] as number] as number;
      if (instant >= limit) return false;
      // Half a millisecond makes up for what the factor is rounded by.
      const bucket = ((instant - from) * perBucket) | 0;
      if (bucket < opened) return false;
      let row = end[bucket] as number;
      if ((row & (CHUNK - 1)) === 0) row = this.#append(bucket, row);
      rows[j] = row;
      end[bucket] = row + 1;
    }
    this.size += count;
    return true;
  }

  /** The records of the first `count` of some rows are needed no more: no lead has them. */
  give(rows: Int32Array, count: number): void {
    for (let i = 0; i < count; i++) {
      const chunk = (rows[i] as number) >> BITS;
      const kept = (this.#kept[chunk] as number) - 1;
      this.#kept[chunk] = kept;
      if (kept > 0) continue;
      this.#filled[chunk] = 0;
      this.#next[chunk] = this.#free;
      this.#free = chunk;
    }
  }

  /** Opens the next bucket: its leads are in `rows` then, in the order in which they were parked. */
  open(): number {
    let count = 0;
    const first = this.#first[this.bucket] as number;
    this.#close(this.bucket);
    this.#first[this.bucket] = -1;
    this.#end[this.bucket] = 0;
    this.bucket++;
    for (let chunk = first; chunk >= 0; chunk = this.#next[chunk] as number) {
      const filled = this.#filled[chunk] as number;
      if (count + CHUNK > this.rows.length) this.rows = larger(this.rows);
      for (let place = 0; place < filled; place++)
        this.rows[count + place] = (chunk << BITS) + place;
      count += filled;
    }
    this.size -= count;
    return count;
  }

  /** Rows of all leads under way; nobody is parked afterwards. */
  *everybody(): Iterable<number> {
    for (let bucket = 0; bucket < this.#end.length; bucket++) this.#close(bucket);
    for (let chunk = 0; chunk < this.#chunks; chunk++)
      for (let place = 0; place < (this.#filled[chunk] as number); place++) {
        const row = (chunk << BITS) + place;
        if (this.ints[row * 2 * this.words + INT.place] !== NOBODY) yield row;
      }
  }

  #bucketOf(instant: number): number {
    return ((instant - this.#from + 0.5) * this.#perBucket) | 0;
  }

  /** Another chunk for a bucket whose records end before a row; its first row. */
  #append(bucket: number, end: number): number {
    let chunk = this.#free;
    if (chunk >= 0) this.#free = this.#next[chunk] as number;
    else {
      chunk = this.#chunks++;
      if (chunk === this.#next.length) this.#grow();
    }
    this.#next[chunk] = -1;
    if ((this.#first[bucket] as number) < 0) this.#first[bucket] = chunk;
    else this.#next[(end >> BITS) - 1] = chunk;
    this.#filled[chunk] = CHUNK;
    this.#kept[chunk] = CHUNK;
    return chunk << BITS;
  }

  /** Notes how many records the last chunk of a bucket has. */
  #close(bucket: number): void {
    const end = this.#end[bucket] as number;
    const filled = end & (CHUNK - 1);
    if (filled === 0) return;
    this.#filled[end >> BITS] = filled;
    this.#kept[end >> BITS] = filled;
  }

  #grow(): void {
    this.#next = larger(this.#next);
    this.#filled = larger(this.#filled);
    this.#kept = larger(this.#kept);
    const floats = new Float64Array(2 * this.floats.length);
    floats.set(this.floats);
    this.floats = floats;
    this.ints = new Int32Array(floats.buffer);
    this.shorts = new Uint16Array(floats.buffer);
  }
}

function larger(column: Int32Array): Int32Array<ArrayBuffer> {
  const made = new Int32Array(2 * column.length);
  made.set(column);
  return made;
}

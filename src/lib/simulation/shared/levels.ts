/** Rows that wait in lines, those of a lower level before those of a higher one; in each as they came. */
export class Levels {
  readonly #lines: readonly RowLine[];
  /** No line of a lower level has rows. */
  #first = 0;
  size = 0;

  constructor(levels: number) {
    this.#lines = Array.from({ length: levels }, () => new RowLine());
  }

  push(row: number, level: number): void {
    this.#lines[level]?.push(row);
    if (level < this.#first) this.#first = level;
    this.size++;
  }

  /** Takes the next one; there must be one. */
  pop(): number {
    let line = this.#lines[this.#first] as RowLine;
    while (line.isEmpty) line = this.#lines[++this.#first] as RowLine;
    this.size--;
    return line.pop();
  }
}

/** First come, first served. */
class RowLine {
  #rows = new Int32Array(256);
  #from = 0;
  #to = 0;

  get isEmpty(): boolean {
    return this.#from === this.#to;
  }

  push(row: number): void {
    if (this.#to === this.#rows.length) this.#makeRoom();
    this.#rows[this.#to++] = row;
  }

  pop(): number {
    return this.#rows[this.#from++] as number;
  }

  #makeRoom(): void {
    const rows = this.#rows.subarray(this.#from, this.#to);
    if (this.#from < this.#rows.length / 2) this.#rows = new Int32Array(2 * this.#rows.length);
    this.#rows.set(rows);
    this.#from = 0;
    this.#to = rows.length;
  }
}

/** One row of a table and the line of the text on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The first thing wrong with a table. */
export interface CsvFault {
  readonly line: number;
  readonly message: string;
}

/**
 * Rows of a table as RFC 4180 has it: cells between commas, in quotation marks where they hold commas,
 * line breaks or quotation marks (doubled). Lines may end either way; empty ones are passed over.
 */
export function readCsv(text: string): readonly CsvRow[] | CsvFault {
  const rows: CsvRow[] = [];
  const reader = new Reader(text.startsWith('\uFEFF') ? text.slice(1) : text);
  while (!reader.atEnd) {
    const line = reader.line;
    const cells = reader.row();
    if (typeof cells === 'string') return { line, message: cells };
    if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
  }
  return rows;
}

class Reader {
  readonly #text: string;
  #at = 0;
  line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The cells of the row that begins here, or what is wrong with it. */
  row(): string[] | string {
    const cells: string[] = [];
    for (;;) {
      const cell = this.#text[this.#at] === '"' ? this.#quoted() : this.#plain();
      if (cell === null) return 'a quotation mark is not closed';
      cells.push(cell);
      if (this.#text[this.#at] === ',') {
        this.#at++;
        continue;
      }
      if (this.atEnd || this.#lineBreak()) return cells;
      return 'text follows a closing quotation mark';
    }
  }

  #plain(): string {
    const begins = this.#at;
    while (!this.atEnd && !/[,\r\n]/.test(this.#text[this.#at] ?? '')) this.#at++;
    return this.#text.slice(begins, this.#at);
  }

  /** Null: it does not end. */
  #quoted(): string | null {
    let cell = '';
    for (let from = this.#at + 1; ;) {
      const end = this.#text.indexOf('"', from);
      if (end < 0) return null;
      const part = this.#text.slice(from, end);
      cell += part;
      this.line += part.split('\n').length - 1;
      this.#at = end + 1;
      if (this.#text[this.#at] !== '"') return cell;
      cell += '"';
      from = this.#at + 1;
    }
  }

  #lineBreak(): boolean {
    if (this.#text.startsWith('\r\n', this.#at)) this.#at += 2;
    else if (/[\r\n]/.test(this.#text[this.#at] ?? '')) this.#at += 1;
    else return false;
    this.line++;
    return true;
  }
}

import type { Connection } from './connection';
import { Line } from './line';

/** Lines to compute workers, each made when it is first needed; one that died is made anew. */
export class Pool {
  readonly #connect: () => Connection;
  readonly #lines: (Line | null)[];

  constructor(connect: () => Connection, size: number) {
    this.#connect = connect;
    this.#lines = new Array<Line | null>(size).fill(null);
  }

  /** The line that answers questions. */
  first(): Line {
    return this.#open(0);
  }

  /** A line for a new run: one that leads no other, if there is one. */
  leader(): Line {
    const led = this.#lines.map((line) => line?.led ?? 0);
    return this.#open(led.indexOf(Math.min(...led)));
  }

  /** Up to `most` lines beside this one. */
  helpers(leader: Line, most: number): readonly Line[] {
    return this.#lines
      .map((line, at) => ({ line, at }))
      .filter(({ line }) => line !== leader)
      .slice(0, most)
      .map(({ at }) => this.#open(at));
  }

  dispose(): void {
    for (const line of [...this.#lines]) line?.bury('the client was disposed');
  }

  #open(at: number): Line {
    const known = this.#lines[at];
    if (known) return known;
    const line: Line = new Line(this.#connect(), () => {
      if (this.#lines[at] === line) this.#lines[at] = null;
    });
    this.#lines[at] = line;
    return line;
  }
}

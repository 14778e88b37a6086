/** One thing wrong with a file from outside: where it is and what is wrong, in plain words. */
export interface Fault {
  /** JSON path, `cadence.nodes[3].name`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

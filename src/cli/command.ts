import type { ParseArgsConfig } from 'node:util';
import type { Arguments } from './arguments';
import type { Terminal } from './terminal';

export type OptionForms = NonNullable<ParseArgsConfig['options']>;

/** One thing that the command line can do. */
export interface Command {
  /** The option that asks for it; null: what is done without one. */
  readonly option: string | null;
  /** Its own options, `option` included. */
  readonly forms: OptionForms;
  /** Its part of the help: lines of options, indented by two. */
  readonly help: string;
  /** Returns the exit status. */
  run(args: Arguments, terminal: Terminal): Promise<number>;
}

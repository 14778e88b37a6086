import type { ParseArgsConfig } from 'node:util';
import type { RunBudget } from '$lib/simulation';
import type { Terminal } from './terminal';

/** How a result is printed. */
export type Output = 'text' | 'json' | 'csv';

/** The arguments that every command knows. */
export interface Arguments {
  readonly file: string;
  /** Names beside it, for commands that take several. */
  readonly others: readonly string[];
  /** Id of one of the file's scenarios, or a file with one. */
  readonly scenario: string | null;
  /** A file with real leads. */
  readonly table: string | null;
  /** Parameters set, like `gap1=3 bd`. */
  readonly set: readonly string[];
  readonly leads: number | null;
  readonly seed: number | null;
  readonly start: string | null;
  /** Threads; null: as many as are worth it. */
  readonly workers: number | null;
  readonly budget: RunBudget;
  readonly output: Output;
  /** Options of the command itself. */
  readonly values: Readonly<Record<string, unknown>>;
}

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

import type { Command } from '../command';
import { compare } from './compare';
import { optimize } from './optimize';
import { sensitivity } from './sensitivity';
import { simulate } from './simulate';

/** Everything the command line can do; without an option that asks for another, the first. */
export const COMMANDS: readonly [Command, ...Command[]] = [
  simulate,
  compare,
  optimize,
  sensitivity
];
